import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/pass-file.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** All listings as a file to fill in and send back: `?loai=xlsx|csv`. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const format = new URL(args.request.url).searchParams.get('loai') === 'csv' ? 'csv' : 'xlsx'
  return passFile(await pageData(producer.file(`/producer/listings.${format}`)))
}
