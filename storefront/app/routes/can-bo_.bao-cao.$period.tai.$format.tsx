import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A report as a file: `tai/xlsx` or `tai/pdf`, `?ban=` an edition. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const { period = '', format } = args.params
  if (format !== 'xlsx' && format !== 'pdf') throw new Response(null, { status: 404 })
  const edition = Number(new URL(args.request.url).searchParams.get('ban') ?? '')
  const search = Number.isInteger(edition) && edition > 0 ? `?edition=${edition}` : ''
  return passFile(
    await pageData(client.file(`/official/reports/${encodeURIComponent(period)}/report.${format}${search}`)),
  )
}
