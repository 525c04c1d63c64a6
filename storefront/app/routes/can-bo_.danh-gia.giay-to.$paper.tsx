import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/official/pass-file.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A paper of a dossier. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const part = (name: string) => encodeURIComponent(args.params[name] ?? '')
  return passFile(await pageData(official.file(`/official/papers/${part('paper')}/file`)))
}
