import type { LoaderFunctionArgs } from '@remix-run/node'
import { dossierApi } from '#app/lib/dossier/dossier-page.server.ts'
import { passPdf } from '#app/lib/dossier/pass-pdf.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'

/** Mẫu 02 of a dossier as it is now. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  return passPdf(producer.file(dossierApi(args.params.id, 'self-assessment.pdf')))
}
