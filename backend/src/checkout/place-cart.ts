import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MedusaContainer } from '@medusajs/framework/types'
import { MedusaError } from '@medusajs/framework/utils'
import { ApiError, isApiError, type Refusal } from '../http/api-error'
import { messageOf } from '../logging/message-of'
import { CHECKOUT_MODULE } from '../modules/checkout'
import type { CheckoutModuleService } from '../modules/checkout/service'
import { signOrderLink } from '../orders/order-link'
import { placeCartOrderWorkflow } from '../workflows/checkout/workflows/place-cart-order'
import { type FoundPlacement, findPlacement } from './find-placement'
import { reviewCart } from './review-cart'

export interface PlaceRequest {
  cartId: string
  /** The caller's key: one key, one answer. */
  idempotencyKey: string
  /** Whole đồng: what the buyer was shown. */
  expectedTotal: number
}

export interface PlaceAnswer {
  orderId: string
  displayId: number
  /** Opens the order page; see src/orders/order-link.ts. */
  token: string
}

const REPLAY_MS = 24 * 3_600_000
const ATTEMPTS = 4

/** Last request at work on a cart in this process: the others wait for it instead of fighting for the lock. */
const queues = new Map<string, Promise<unknown>>()

/**
 * Places an order once, however often and from however many processes it is asked.
 * The same key gives the same answer for 24 hours; the same key with another body is refused (422); another key for a cart
 * that is an order gives that order for 24 hours, then 409 `already_placed`. Only success is kept: after a refusal the same
 * key may try again.
 */
export async function placeCart(
  container: MedusaContainer,
  request: PlaceRequest,
  linkKey: string,
): Promise<PlaceAnswer> {
  const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
  const key = `${request.cartId}:${request.idempotencyKey}`
  const bodyHash = createHash('sha256').update(String(request.expectedTotal)).digest('hex')

  const [kept] = await checkout.listIdempotentAnswers({ key })
  if (kept && new Date(kept.expires_at) > new Date()) {
    if (kept.body_hash !== bodyHash) throw new ApiError(422, 'idempotency_key_reused', { field: 'Idempotency-Key' })
    return kept.answer as unknown as PlaceAnswer
  }

  const placement = await placeInTurn(container, request)
  if (Date.now() - placement.placedAt.getTime() > REPLAY_MS) throw new ApiError(409, 'already_placed')
  const answer: PlaceAnswer = {
    orderId: placement.orderId,
    displayId: placement.displayId,
    token: signOrderLink(placement.orderId, linkKey, placement.placedAt),
  }
  await checkout.keepAnswer({ key, bodyHash, answer: { ...answer } })
  return answer
}

async function placeInTurn(container: MedusaContainer, request: PlaceRequest): Promise<FoundPlacement> {
  const ahead = queues.get(request.cartId) ?? Promise.resolve()
  const work = ahead
    .catch(() => undefined)
    .then(async () => (await findPlacement(container, request.cartId)) ?? placeWithRetries(container, request))
  queues.set(request.cartId, work)
  try {
    return await work
  } finally {
    if (queues.get(request.cartId) === work) queues.delete(request.cartId)
  }
}

/** Two orders that reserve the same goods in another order can stop each other; the one PostgreSQL ends tries again. */
async function placeWithRetries(container: MedusaContainer, request: PlaceRequest): Promise<FoundPlacement> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await placeOnce(container, request)
    } catch (error) {
      if (isApiError(error)) throw await withReview(container, request, error)
      if (!isContention(error)) throw (await changeSince(container, request)) ?? error
      if (attempt === ATTEMPTS) throw new ApiError(503, 'busy')
      await pause(50 * 2 ** attempt * (1 + Math.random()))
    }
  }
}

async function placeOnce(container: MedusaContainer, request: PlaceRequest): Promise<FoundPlacement> {
  const { result } = await placeCartOrderWorkflow(container).run({
    input: { cartId: request.cartId, expectedTotal: request.expectedTotal, lockOwner: randomUUID() },
  })
  if (!result) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'The order was not noted.')
  return { ...result, placedAt: new Date(result.placedAt) }
}

/** Medusa refused: the reason, when it is that goods or prices changed between our check and its reservation. */
async function changeSince(container: MedusaContainer, request: PlaceRequest): Promise<ApiError | null> {
  const review = await reviewCart(container, request.cartId)
  const unchanged = review.ready && review.total === request.expectedTotal
  return unchanged ? null : new ApiError(409, 'cart_changed', { extra: { review } })
}

/** A changed cart is always answered with what it has become. */
async function withReview(container: MedusaContainer, request: PlaceRequest, error: Refusal): Promise<ApiError> {
  const { status, code, field, extra } = error
  const review = code === 'cart_changed' && !('review' in extra) ? await reviewCart(container, request.cartId) : null
  return new ApiError(status, code, {
    ...(field === undefined ? {} : { field }),
    extra: review ? { ...extra, review } : extra,
  })
}

/** A workflow hands errors on as plain objects, so only the text tells. */
function isContention(error: unknown): boolean {
  return /deadlock detected|acquiring lock|acquire lock|is already locked/i.test(messageOf(error))
}
