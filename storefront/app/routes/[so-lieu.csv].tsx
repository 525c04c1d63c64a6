import type { LoaderFunctionArgs } from '@remix-run/node'
import { statisticsCsv } from '#app/lib/medusa/figure-export.ts'
import { readFigures } from '#app/lib/medusa/statistics.server.ts'
import { CACHE_POLICIES } from '#app/lib/page-headers.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The statistics as one table for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const { statistics } = await pageData(readFigures(requestContext(args)))
  return new Response(statisticsCsv(statistics), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sao-lang-so-lieu-ocop.csv"',
      'Cache-Control': CACHE_POLICIES.catalogue['Cache-Control'],
    },
  })
}
