import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A photo or paper of the producer's own; papers are downloaded. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const file = await pageData(producer.file(`/producer/evidence/${encodeURIComponent(args.params.file ?? '')}`))
  const headers = new Headers({ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'" })
  for (const name of ['content-type', 'content-disposition', 'content-length']) {
    const value = file.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(file.body, { headers })
}
