import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { VisitorSession } from '#app/lib/session.server.ts'
import { addLine, createCart, reviewCart } from './cart.server.ts'
import { ShopError } from './client.server.ts'

/**
 * Puts a product into the visitor's cart and opens one where there is none, or where the old one was placed or forgotten.
 * In: the session, which then holds the cart's id. Throws ShopError; `invalid` when stock is short.
 */
export async function addToVisitorCart(
  context: RequestContext,
  session: VisitorSession,
  line: { variantId: string; quantity: number },
): Promise<string> {
  const known = session.get('cartId')
  if (known) {
    try {
      await addLine(context, known, line)
      return known
    } catch (error) {
      if (!(error instanceof ShopError) || !(await isCartGone(context, known, error))) throw error
    }
  }
  const fresh = await createCart(context)
  session.set('cartId', fresh)
  await addLine(context, fresh, line)
  return fresh
}

/** The shop answers an unknown cart and an unknown product alike; only looking at the cart tells them apart. */
async function isCartGone(context: RequestContext, cartId: string, error: ShopError): Promise<boolean> {
  if (error.kind === 'unavailable' || error.kind === 'too_many') return false
  return (await reviewCart(context, cartId)) === null
}
