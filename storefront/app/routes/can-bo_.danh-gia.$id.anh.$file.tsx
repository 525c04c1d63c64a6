import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/official/pass-file.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A photo of a site visit. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const part = (name: string) => encodeURIComponent(args.params[name] ?? '')
  return passFile(await pageData(official.file(`/official/evaluations/${part('id')}/photos/${part('file')}`)))
}
