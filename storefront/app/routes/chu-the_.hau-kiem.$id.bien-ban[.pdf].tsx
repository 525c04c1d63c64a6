import type { LoaderFunctionArgs } from '@remix-run/node'
import { passFile } from '#app/lib/post-inspection/pass-file.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The holder's copy of the minutes. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const id = encodeURIComponent(args.params.id ?? '')
  return passFile(await pageData(producer.file(`/producer/post-inspections/${id}/minutes.pdf`)))
}
