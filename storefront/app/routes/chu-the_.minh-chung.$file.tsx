import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/pass-file.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A photo or paper of the producer's own; papers are downloaded. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const file = await pageData(producer.file(`/producer/evidence/${encodeURIComponent(args.params.file ?? '')}`))
  const answer = passFile(file)
  answer.headers.set('Content-Security-Policy', "default-src 'none'")
  return answer
}
