import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { DeliveryInput } from '#app/schemas/delivery.ts'
import type { CartReview, PaymentMethod, PlacedGroup } from './cart-types.ts'
import { ShopError, shop } from './client.server.ts'
import type { GivenConsent } from './consents.server.ts'

interface CartItem {
  id: string
  variant_id: string | null
  quantity: number
  title: string
  product_title?: string | null
}

const cartPath = (cartId: string) => `/store/carts/${encodeURIComponent(cartId)}`
const linePath = (cartId: string, lineId: string) => `${cartPath(cartId)}/line-items/${encodeURIComponent(lineId)}`

/** Opens an empty cart in the shop's one region. Out: its id. Throws ShopError. */
export async function createCart(context: RequestContext): Promise<string> {
  const { regions } = await shop<{ regions: { id: string }[] }>(context, '/store/regions', {
    search: { limit: 1, fields: 'id' },
  })
  const { cart } = await shop<{ cart: { id: string } }>(context, '/store/carts', {
    method: 'POST',
    body: { region_id: regions[0]?.id },
  })
  return cart.id
}

/**
 * The cart against today's prices and stock; null when there is none (never opened, placed, or forgotten by the shop).
 * Throws ShopError for everything else, `unavailable` included.
 */
export async function reviewCart(context: RequestContext, cartId: string | undefined): Promise<CartReview | null> {
  if (!cartId) return null
  try {
    return await shop<CartReview>(context, `${cartPath(cartId)}/review`)
  } catch (error) {
    if (error instanceof ShopError && (error.kind === 'not_found' || error.code === 'already_placed')) return null
    throw error
  }
}

/** Puts a number of a variant into the cart, on top of what is there. Throws ShopError; `invalid` when stock is short. */
export async function addLine(
  context: RequestContext,
  cartId: string,
  line: { variantId: string; quantity: number },
): Promise<void> {
  await shop(context, `${cartPath(cartId)}/line-items`, {
    method: 'POST',
    body: { variant_id: line.variantId, quantity: line.quantity },
  })
}

/** Sets the quantity of a line, at today's price. Throws ShopError; `invalid` when stock is short. */
export async function setLineQuantity(
  context: RequestContext,
  cartId: string,
  line: { lineId: string; quantity: number },
): Promise<void> {
  await shop(context, linePath(cartId, line.lineId), { method: 'POST', body: { quantity: line.quantity } })
}

/** Takes a line out. Out: what it held, so that it can be put back; null when it was not there any more. */
export async function removeLine(
  context: RequestContext,
  cartId: string,
  lineId: string,
): Promise<{ variantId: string; quantity: number; title: string } | null> {
  const item = (await cartItems(context, cartId)).find(({ id }) => id === lineId)
  if (!item) return null
  await shop(context, linePath(cartId, lineId), { method: 'DELETE' })
  if (!item.variant_id) return null
  return { variantId: item.variant_id, quantity: item.quantity, title: item.product_title ?? item.title }
}

/** Title of the product behind a variant of the cart, for a sentence that names it; null when it is not in the cart. */
export async function titleOfVariant(
  context: RequestContext,
  cartId: string,
  variantId: string,
): Promise<string | null> {
  const item = (await cartItems(context, cartId)).find(({ variant_id }) => variant_id === variantId)
  return item ? (item.product_title ?? item.title) : null
}

async function cartItems(context: RequestContext, cartId: string): Promise<CartItem[]> {
  const { cart } = await shop<{ cart: { items?: CartItem[] } }>(context, cartPath(cartId), {
    search: { fields: 'id,items.id,items.variant_id,items.quantity,items.title,items.product_title' },
  })
  return cart.items ?? []
}

/** Chooses how one producer's goods come. In: the key of a `DeliveryChoice`. Throws ShopError, `invalid` for one that is not offered. */
export async function chooseDelivery(
  context: RequestContext,
  cartId: string,
  choice: { producerId: string; delivery: string },
): Promise<void> {
  await shop(context, `${cartPath(cartId)}/choices`, { method: 'POST', body: choice })
}

/** Types a promotion code in. Throws ShopError, code `offer_unknown` for one that does not exist. */
export async function addOffer(context: RequestContext, cartId: string, code: string): Promise<void> {
  await shop(context, `${cartPath(cartId)}/offers`, { method: 'POST', body: { code } })
}

/** Takes a promotion code out. Throws ShopError. */
export async function removeOffer(context: RequestContext, cartId: string, code: string): Promise<void> {
  await shop(context, `${cartPath(cartId)}/offers/${encodeURIComponent(code)}`, { method: 'DELETE', body: {} })
}

/** Notes what the buyer agrees to with the order this cart becomes. Throws ShopError. */
export async function noteConsents(context: RequestContext, cartId: string, consents: GivenConsent[]): Promise<void> {
  await shop(context, `${cartPath(cartId)}/consents`, { method: 'POST', body: { consents } })
}

/**
 * Sets the address. Out: the cart as it stands then.
 * Throws ShopError; `invalid` with `field` when the shop refuses one (for instance a commune of another province, or an old place
 * that was split: its body carries the `choices`).
 */
export async function setDelivery(
  context: RequestContext,
  cartId: string,
  delivery: DeliveryInput,
): Promise<CartReview> {
  return shop<CartReview>(context, `${cartPath(cartId)}/delivery`, { method: 'POST', body: delivery })
}

export type PlaceOutcome = { kind: 'placed'; order: PlacedGroup } | { kind: 'changed'; review: CartReview }

/**
 * Turns the cart into an order group, one order a producer, for the total the buyer agreed to (đồng). The same key never makes a second order: a
 * repeated call answers with the first one's order. Out: the order, or the cart whose price or stock has moved.
 * Throws ShopError; after `unavailable` the order may exist, so call again with the same key.
 */
export async function placeOrder(
  context: RequestContext,
  cartId: string,
  agreement: { idempotencyKey: string; expectedTotal: number; method: PaymentMethod },
): Promise<PlaceOutcome> {
  try {
    const order = await shop<PlacedGroup>(context, `${cartPath(cartId)}/place`, {
      method: 'POST',
      headers: { 'idempotency-key': agreement.idempotencyKey },
      body: { expectedTotal: agreement.expectedTotal, method: agreement.method },
    })
    return { kind: 'placed', order }
  } catch (error) {
    if (error instanceof ShopError && error.kind === 'conflict') {
      const review = reviewIn(error.body)
      if (review) return { kind: 'changed', review }
    }
    throw error
  }
}

function reviewIn(body: unknown): CartReview | null {
  if (typeof body !== 'object' || body === null || !('review' in body)) return null
  const { review } = body
  return typeof review === 'object' && review !== null && 'lines' in review ? (review as CartReview) : null
}
