import type { LoaderFunctionArgs } from '@remix-run/node'
import { passPdf } from '#app/lib/dossier/pass-pdf.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'

/** The file of a paper that a dossier of the official's place cites; the backend decides who may read it, and writes it down. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  return passPdf(official.file(`/official/papers/${encodeURIComponent(args.params.paper ?? '')}/file`))
}
