import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError, isApiError, type Refusal } from '../http/api-error'
import { messageOf } from '../logging/message-of'
import { CHECKOUT_MODULE } from '../modules/checkout'
import type { CheckoutModuleService } from '../modules/checkout/service'
import { ORDER_GROUP_MODULE } from '../modules/order-group'
import type { OrderGroupDTO, OrderGroupModuleService } from '../modules/order-group/service'
import type { GroupState, PaymentMethod } from '../modules/order-group/states'
import { signOrderLink } from '../orders/order-link'
import { placeOrderGroupWorkflow } from '../workflows/checkout/workflows/place-order-group'
import { reviewCart } from './review-cart'

export interface PlaceRequest {
  cartId: string
  /** The caller's key: one key, one answer. */
  idempotencyKey: string
  /** Whole đồng: what the buyer was shown. */
  expectedTotal: number
  method: PaymentMethod
}

export interface PlaceAnswer {
  groupId: string
  displayNo: string
  /** Opens the group's page; see src/orders/order-link.ts. */
  token: string
  method: PaymentMethod
  state: Exclude<GroupState, 'placing'>
  /** UTC; null when nothing is awaited. */
  expiresAt: string | null
}

const REPLAY_MS = 24 * 3_600_000
const ATTEMPTS = 5

/** Last request at work on a cart in this process: the others wait for it instead of fighting for the lock. */
const queues = new Map<string, Promise<unknown>>()

/**
 * Makes a cart an order group once, however often, with whatever keys and ways to pay, and from however many processes it is asked.
 * The same key gives the same answer for 24 hours; the same key with another body is refused (422); another key for a cart that is a
 * group gives that group as it is now for 24 hours, then 409 `already_placed`. Only success is kept: after a refusal the same key may try
 * again. Throws ApiError as the steps of `placeOrderGroupWorkflow`; a changed cart (409) carries its review.
 */
export async function placeCart(
  container: MedusaContainer,
  request: PlaceRequest,
  linkKey: string,
): Promise<PlaceAnswer> {
  const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
  const key = `${request.cartId}:${request.idempotencyKey}`
  const bodyHash = createHash('sha256').update(`${request.expectedTotal} ${request.method}`).digest('hex')

  const [kept] = await checkout.listIdempotentAnswers({ key })
  if (kept && new Date(kept.expires_at) > new Date()) {
    if (kept.body_hash !== bodyHash) throw new ApiError(422, 'idempotency_key_reused', { field: 'Idempotency-Key' })
    return kept.answer as unknown as PlaceAnswer
  }

  const group = await placeInTurn(container, request)
  const placedAt = new Date(group.placed_at)
  if (group.state === 'placing' || Date.now() - placedAt.getTime() > REPLAY_MS) {
    throw new ApiError(409, 'already_placed')
  }
  const answer: PlaceAnswer = {
    groupId: group.id,
    displayNo: group.display_no,
    token: signOrderLink(group.id, linkKey, placedAt),
    method: group.method,
    state: group.state,
    expiresAt: group.expires_at === null ? null : new Date(group.expires_at).toISOString(),
  }
  await checkout.keepAnswer({ key, bodyHash, answer: { ...answer } })
  return answer
}

async function placeInTurn(container: MedusaContainer, request: PlaceRequest): Promise<OrderGroupDTO> {
  const ahead = queues.get(request.cartId) ?? Promise.resolve()
  const work = ahead.catch(() => undefined).then(() => placeWithRetries(container, request))
  queues.set(request.cartId, work)
  try {
    return await work
  } finally {
    if (queues.get(request.cartId) === work) queues.delete(request.cartId)
  }
}

/**
 * Another process may make the group between our look and our lock, and two orders of the same goods can stop each other: then it is
 * asked again.
 */
async function placeWithRetries(container: MedusaContainer, request: PlaceRequest): Promise<OrderGroupDTO> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await findGroup(container, request.cartId)
    if (known) return known
    try {
      const { cartId, expectedTotal, method } = request
      await placeOrderGroupWorkflow(container).run({
        input: { cartId, expectedTotal, method, lockOwner: randomUUID() },
      })
    } catch (error) {
      const again = isApiError(error) ? error.code === 'busy' || error.code === 'already_placed' : isContention(error)
      if (!again) throw isApiError(error) ? await withReview(container, request.cartId, error) : error
      const made = await findGroup(container, request.cartId)
      if (made) return made
      if (attempt === ATTEMPTS || (isApiError(error) && error.code === 'already_placed')) {
        throw isApiError(error) ? new ApiError(error.status, error.code) : new ApiError(503, 'busy')
      }
      await pause(50 * 2 ** attempt * (1 + Math.random()))
    }
  }
}

/** The group a cart became; null while it is a cart, also when a group of it is half-made. */
async function findGroup(container: MedusaContainer, cartId: string): Promise<OrderGroupDTO | null> {
  const groups: OrderGroupModuleService = container.resolve(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ cart_id: cartId, state: { $ne: 'placing' } })
  return group ?? null
}

/** A changed cart is always answered with what it has become. */
async function withReview(container: MedusaContainer, cartId: string, error: Refusal): Promise<ApiError> {
  const { status, code, field, extra } = error
  const review = code === 'cart_changed' && !('review' in extra) ? await reviewCart(container, cartId) : null
  return new ApiError(status, code, {
    ...(field === undefined ? {} : { field }),
    extra: review ? { ...extra, review } : extra,
  })
}

/** A workflow hands errors on as plain objects, so only the text tells. */
function isContention(error: unknown): boolean {
  return /deadlock detected|could not serialize/i.test(messageOf(error))
}
