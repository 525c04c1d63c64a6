import { cart } from '#app/i18n/cart.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { CartFlash, VisitorSession } from '#app/lib/session.server.ts'
import {
  addToCartSchema,
  chooseDeliverySchema,
  offerSchema,
  removeLineSchema,
  updateLineSchema,
} from '#app/schemas/cart.ts'
import { parseForm } from '#app/schemas/form.ts'
import { addToVisitorCart } from './add-to-cart.server.ts'
import { addOffer, chooseDelivery, removeLine, removeOffer, setLineQuantity, titleOfVariant } from './cart.server.ts'
import { ShopError } from './client.server.ts'

type CartError = Extract<keyof typeof cart, `error${string}`>

export type CartOutcome =
  | { kind: 'done'; notice: CartFlash | null }
  | { kind: 'failed'; status: number; error: CartError | 'unavailableBody'; lineId: string | null }

/**
 * Runs what a cart form asks for. In: the session (it may get a new cart) and the form, whose `intent` is `add`, `update`,
 * `remove`, `undo`, `deliver`, `offer` or `drop_offer`. Out: what to say about it, or a message key with the line it belongs to. Shop refusals become
 * messages; nothing else is caught.
 */
export async function runCartAction(
  context: RequestContext,
  session: VisitorSession,
  form: FormData,
): Promise<CartOutcome> {
  try {
    switch (form.get('intent')) {
      case 'add':
      case 'undo':
        return await add(context, session, form)
      case 'update':
        return await update(context, session, form)
      case 'remove':
        return await remove(context, session, form)
      case 'deliver':
        return await deliver(context, session, form)
      case 'offer':
        return await offer(context, session, form)
      case 'drop_offer':
        return await dropOffer(context, session, form)
      default:
        return { kind: 'failed', status: 400, error: 'errorAction', lineId: null }
    }
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return refusal(error, form)
  }
}

async function add(context: RequestContext, session: VisitorSession, form: FormData): Promise<CartOutcome> {
  const parsed = parseForm(addToCartSchema, form)
  if (!parsed.ok) return invalid(parsed.errors, null)
  const cartId = await addToVisitorCart(context, session, parsed.value)
  const title = (await titleOfVariant(context, cartId, parsed.value.variantId)) ?? ''
  return { kind: 'done', notice: { kind: form.get('intent') === 'undo' ? 'undone' : 'added', title } }
}

async function update(context: RequestContext, session: VisitorSession, form: FormData): Promise<CartOutcome> {
  const parsed = parseForm(updateLineSchema, form)
  if (!parsed.ok) return invalid(parsed.errors, parsed.values.lineId ?? null)
  if (parsed.value.quantity === 0) return remove(context, session, form)
  const cartId = session.get('cartId')
  if (!cartId) return { kind: 'failed', status: 409, error: 'errorLine', lineId: null }
  await setLineQuantity(context, cartId, parsed.value)
  return { kind: 'done', notice: null }
}

async function remove(context: RequestContext, session: VisitorSession, form: FormData): Promise<CartOutcome> {
  const parsed = parseForm(removeLineSchema, form)
  if (!parsed.ok) return invalid(parsed.errors, null)
  const cartId = session.get('cartId')
  const removed = cartId ? await removeLine(context, cartId, parsed.value.lineId) : null
  // Taking out what is already out is what was wanted.
  if (!removed) return { kind: 'done', notice: null }
  const { title, variantId, quantity } = removed
  return { kind: 'done', notice: { kind: 'removed', title, removed: { variantId, quantity } } }
}

async function deliver(context: RequestContext, session: VisitorSession, form: FormData): Promise<CartOutcome> {
  const parsed = parseForm(chooseDeliverySchema, form)
  if (!parsed.ok) return invalid(parsed.errors, null)
  const cartId = session.get('cartId')
  if (!cartId) return { kind: 'failed', status: 409, error: 'errorLine', lineId: null }
  try {
    await chooseDelivery(context, cartId, parsed.value)
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind !== 'invalid') throw error
    return { kind: 'failed', status: 409, error: 'errorDelivery', lineId: null }
  }
  return { kind: 'done', notice: null }
}

async function offer(context: RequestContext, session: VisitorSession, form: FormData): Promise<CartOutcome> {
  const parsed = parseForm(offerSchema, form)
  if (!parsed.ok) return invalid(parsed.errors, null)
  const cartId = session.get('cartId')
  if (!cartId) return { kind: 'failed', status: 409, error: 'errorLine', lineId: null }
  try {
    await addOffer(context, cartId, parsed.value.code)
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind !== 'invalid') throw error
    return {
      kind: 'failed',
      status: 422,
      error: error.code === 'offer_unknown' ? 'errorOffer' : 'errorOffers',
      lineId: null,
    }
  }
  return { kind: 'done', notice: null }
}

async function dropOffer(context: RequestContext, session: VisitorSession, form: FormData): Promise<CartOutcome> {
  const parsed = parseForm(offerSchema, form)
  if (!parsed.ok) return invalid(parsed.errors, null)
  const cartId = session.get('cartId')
  if (cartId) await removeOffer(context, cartId, parsed.value.code)
  return { kind: 'done', notice: null }
}

function invalid(errors: Record<string, string>, lineId: string | null): CartOutcome {
  const first = Object.values(errors)[0]
  return { kind: 'failed', status: 400, error: isCartError(first) ? first : 'errorAction', lineId }
}

function refusal(error: ShopError, form: FormData): CartOutcome {
  const lineId = form.get('lineId')
  const line = typeof lineId === 'string' ? lineId : null
  if (error.kind === 'unavailable' || error.kind === 'too_many') {
    return { kind: 'failed', status: 503, error: 'unavailableBody', lineId: null }
  }
  if (error.kind === 'not_found') {
    return { kind: 'failed', status: 404, error: line ? 'errorLine' : 'errorVariant', lineId: null }
  }
  if (error.code === 'stay_not_in_cart') return { kind: 'failed', status: 422, error: 'errorStay', lineId: null }
  // What the shop refuses with 400 beyond the form's own rules is stock.
  return { kind: 'failed', status: 409, error: 'errorStock', lineId: line }
}

function isCartError(key: string | undefined): key is CartError {
  return Object.keys(cart).some((known) => known === key && known.startsWith('error'))
}
