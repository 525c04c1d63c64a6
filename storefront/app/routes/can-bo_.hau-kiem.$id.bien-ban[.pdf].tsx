import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/post-inspection/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The minutes of an inspection on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const id = encodeURIComponent(args.params.id ?? '')
  return passFile(await pageData(official.file(`/official/post-inspections/${id}/minutes.pdf`)))
}
