import type { LoaderFunctionArgs } from '@remix-run/node'
import { officialDossierApi } from '#app/lib/dossier/official-page.server.ts'
import { passPdf } from '#app/lib/dossier/pass-pdf.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'

/** Mẫu 02 of a dossier as it is now, for officials of its place. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  return passPdf(official.file(officialDossierApi(args.params.id, 'self-assessment.pdf')))
}
