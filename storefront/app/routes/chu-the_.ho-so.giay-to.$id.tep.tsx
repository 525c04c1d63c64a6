import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The PDF of a paper of the producer's own, as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const file = await pageData(producer.file(`/producer/papers/${encodeURIComponent(args.params.id ?? '')}/file`))
  const headers = new Headers({ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'" })
  for (const name of ['content-type', 'content-disposition', 'content-length']) {
    const value = file.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(file.body, { headers })
}
