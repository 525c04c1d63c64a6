import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** Sales by producer as a file: `?tu=&den=&loai=csv|xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const format = searchParams.get('loai') === 'xlsx' ? 'xlsx' : 'csv'
  const search = new URLSearchParams({ from: searchParams.get('tu') ?? '', to: searchParams.get('den') ?? '' })
  return passFile(await pageData(official.file(`/official/centre/sales-report.${format}?${search}`)))
}
