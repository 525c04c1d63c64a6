import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/pass-file.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** A buyer's photo of a request: `?yc=` the request, `?tep=` the file. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const [request, file] = ['yc', 'tep'].map((name) => encodeURIComponent(searchParams.get(name) ?? ''))
  return passFile(await pageData(producer.file(`/producer/return-requests/${request}/photos/${file}`)))
}
