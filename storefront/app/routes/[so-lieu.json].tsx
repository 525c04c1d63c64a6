import type { LoaderFunctionArgs } from '@remix-run/node'
import { checkSum } from '#app/lib/medusa/figure-sums.ts'
import { readFigures } from '#app/lib/medusa/statistics.server.ts'
import { CACHE_POLICIES } from '#app/lib/page-headers.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** Everything the figures page shows, each statistic with its sum worked out. */
export async function loader(args: LoaderFunctionArgs) {
  const { statistics, fairs, legalBasis, shops } = await pageData(readFigures(requestContext(args)))
  const checked = statistics.map((row) => ({ ...row, check: checkSum(row) }))
  const body = JSON.stringify({ statistics: checked, fairs, shops, legalBasis }, null, 1)
  return new Response(`${body}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sao-lang-so-lieu-ocop.json"',
      'Cache-Control': CACHE_POLICIES.catalogue['Cache-Control'],
    },
  })
}
