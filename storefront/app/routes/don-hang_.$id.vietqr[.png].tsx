import type { LoaderFunctionArgs } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { isGroupLink } from '#app/lib/medusa/order-groups.server.ts'
import { publicFile } from '#app/lib/medusa/register.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** The VietQR code of an order group as a picture to keep, for the holder of its link; 404 for everybody else. */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id ?? ''
  const token = new URL(args.request.url).searchParams.get('t') ?? ''
  if (!isGroupLink(id, token)) throw new Response(null, { status: 404 })
  try {
    return await publicFile(requestContext(args), `/store/order-groups/${encodeURIComponent(id)}/transfer.png`, {
      ask: { 'x-order-token': token },
      headers: { 'Cache-Control': 'private, no-store' },
    })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    throw new Response(null, { status: error.kind === 'unavailable' ? 503 : 404 })
  }
}
