import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The centre's statement of a month as a file: `?loai=pdf|xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const format = new URL(args.request.url).searchParams.get('loai') === 'xlsx' ? 'xlsx' : 'pdf'
  const month = encodeURIComponent(String(args.params.month))
  return passFile(await pageData(official.file(`/official/centre/statements/${month}/statement.${format}`)))
}
