import type { RouteArgs } from '#app/lib/actor-client.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { customerClient } from './require-customer.server.ts'

/** Makes the cart the signed-in customer's, so that its order shows in their account. A guest's stays a guest's. Never fails an order. */
export async function takeOverCart(args: RouteArgs, cartId: string): Promise<void> {
  const client = await customerClient(args)
  if (client === null) return
  try {
    await client.ask(`/store/customers/me/carts/${encodeURIComponent(cartId)}`, { method: 'POST', body: {} })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
  }
}
