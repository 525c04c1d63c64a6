import type { LoaderFunctionArgs } from '@remix-run/node'
import { reviewCart } from '#app/lib/medusa/cart.server.ts'
import { unitCount } from '#app/lib/medusa/cart-groups.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { readSession } from '#app/lib/session.server.ts'

/** `{ "count": n }`, packages in the visitor's cart, for the header of pages that know no visitor; 503 when unknown. */
export async function loader(args: LoaderFunctionArgs) {
  const headers = { 'Cache-Control': 'private, no-store' }
  const session = await readSession(args.request)
  try {
    const review = await reviewCart(requestContext(args), session.get('cartId'))
    return Response.json({ count: review ? unitCount(review) : 0 }, { headers })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return Response.json({ count: null }, { status: 503, headers })
  }
}
