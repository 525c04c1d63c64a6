import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { passFile } from '#app/lib/pass-file.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A consignment paper for signing. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const paper = encodeURIComponent(args.params.paper ?? '')
  return passFile(await pageData(official.file(`/official/centre/papers/${paper}/paper.pdf`)))
}
