import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/pass-file.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The statement of a month as a file: `?loai=pdf|xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const format = new URL(args.request.url).searchParams.get('loai') === 'xlsx' ? 'xlsx' : 'pdf'
  const month = encodeURIComponent(String(args.params.month))
  return passFile(await pageData(producer.file(`/producer/statements/${month}/statement.${format}`)))
}
