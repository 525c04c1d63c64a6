import type { LoaderFunctionArgs } from '@remix-run/node'
import { passPdf } from '#app/lib/dossier/pass-pdf.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'

/** The PDF of a paper of the producer's own, as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  return passPdf(producer.file(`/producer/papers/${encodeURIComponent(args.params.id ?? '')}/file`))
}
