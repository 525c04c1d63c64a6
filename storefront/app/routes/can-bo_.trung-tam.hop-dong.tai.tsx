import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** Supply contracts as a workbook: `?q=&tt=` as on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const search = new URLSearchParams({ q: searchParams.get('q') ?? '', state: searchParams.get('tt') ?? 'all' })
  return passFile(await pageData(official.file(`/official/centre/contracts.xlsx?${search}`)))
}
