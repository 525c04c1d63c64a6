import { env } from '#app/lib/env.server.ts'
import { ShopError, shop, shopErrorOf } from '#app/lib/medusa/client.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { ReturnChoices, ReturnView } from './types.ts'

/** What names an order of a group for its buyer: the group with the token of its link, and Medusa's order. */
export interface BuyerOrder {
  groupId: string
  token: string
  orderId: string
}

const UPLOAD_TIMEOUT_MS = 60_000

/** A buyer's order as the address names it; null when the address cannot be one. */
export function buyerOrder(groupId: string, token: string | null, orderId: string | null): BuyerOrder | null {
  const named = /^[A-Za-z0-9_-]{1,64}$/
  if (!named.test(groupId) || !named.test(orderId ?? '') || !/^[A-Za-z0-9_.-]{1,256}$/.test(token ?? '')) return null
  return { groupId, token: token ?? '', orderId: orderId ?? '' }
}

/** What may still be asked back of an order, and what was. Throws ShopError. */
export async function readReturns(
  context: RequestContext,
  { groupId, token, orderId }: BuyerOrder,
): Promise<{ choices: ReturnChoices; requests: ReturnView[] }> {
  return shop(context, `/store/order-groups/${groupId}/orders/${orderId}/returns`, {
    headers: { 'x-order-token': token },
  })
}

/** Sends a request with its photos. Throws ShopError. */
export async function sendReturn(
  context: RequestContext,
  { groupId, token, orderId }: BuyerOrder,
  asked: Record<string, unknown>,
  photos: readonly File[],
): Promise<void> {
  const form = new FormData()
  form.set('request', JSON.stringify(asked))
  for (const photo of photos) form.append('photo', photo, 'photo')
  const response = await fetch(`${env().BACKEND_URL}/store/order-groups/${groupId}/orders/${orderId}/returns`, {
    method: 'POST',
    body: form,
    headers: {
      'x-publishable-api-key': env().PUBLISHABLE_KEY,
      'x-order-token': token,
      'x-request-id': context.requestId,
      'accept-language': context.locale,
      ...(context.clientIp === null ? {} : { 'x-forwarded-for': context.clientIp }),
    },
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  }).catch(() => {
    throw new ShopError('unavailable', 503, 'shop_unreachable', 'The shop did not answer.', null, null)
  })
  if (!response.ok) throw shopErrorOf(response.status, await response.json().catch(() => null))
}

/** Takes a request back, or to the operator. Throws ShopError. */
export async function moveReturn(
  context: RequestContext,
  { groupId, token }: BuyerOrder,
  requestId: string,
  move: { do: 'withdraw' } | { do: 'dispute'; statement: string },
): Promise<void> {
  await shop(context, `/store/order-groups/${groupId}/returns/${encodeURIComponent(requestId)}/${move.do}`, {
    method: 'POST',
    body: move.do === 'dispute' ? { statement: move.statement } : {},
    headers: { 'x-order-token': token, 'accept-language': context.locale },
  })
}
