import type { LoaderFunctionArgs } from '@remix-run/node'
import { partPath } from '#app/lib/labels/sheet-path.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { producerClient } from '#app/lib/producer/require-producer.server.ts'

/** Length and SHA-256 of a part, for the page that downloads it: `{ etag, bytes, sha256 }`, or the shop's status. */
export async function loader(args: LoaderFunctionArgs) {
  const headers = { 'Cache-Control': 'no-store' }
  const path = partPath(args.params.sheet, args.params.part)
  const producer = await producerClient(args)
  if (producer === null) return Response.json(null, { status: 401, headers })
  try {
    return Response.json(await producer.ask(`${path}/digest`), { headers })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return Response.json(null, { status: error.status, headers })
  }
}
