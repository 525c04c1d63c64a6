import { orderMessages } from '#app/i18n/order-messages.ts'
import { isPrefetch } from '#app/lib/is-prefetch.server.ts'
import { ShopError, shop } from '#app/lib/medusa/client.server.ts'
import { type RequestContext, serverT } from '#app/lib/request-context.server.ts'
import type { ConversationView, RefusedMessage } from './message-types.ts'
import type { BuyerOrder } from './returns.server.ts'

const pathOf = ({ groupId, orderId }: BuyerOrder) =>
  `/store/order-groups/${groupId}/orders/${orderId}/messages` as const

/** What buyer and seller said of an order, for the buyer. In: the number to come before, as an address names it. Throws ShopError. */
export function readMessages(
  context: RequestContext,
  order: BuyerOrder,
  before: string | null,
): Promise<ConversationView> {
  return shop(context, `${pathOf(order)}${beforeQuery(before)}`, { headers: { 'x-order-token': order.token } })
}

/** Sends a message of the buyer. Throws ShopError. */
export async function sendMessage(
  context: RequestContext,
  order: BuyerOrder,
  message: { key: string; text: string },
): Promise<void> {
  await shop(context, pathOf(order), {
    method: 'POST',
    body: message,
    headers: { 'x-order-token': order.token, 'accept-language': context.locale },
  })
}

/** Notes that the buyer has seen messages up to a number. Throws ShopError. */
export async function markMessagesRead(context: RequestContext, order: BuyerOrder, upTo: number): Promise<void> {
  await shop(context, `${pathOf(order)}/read`, {
    method: 'POST',
    body: { upTo },
    headers: { 'x-order-token': order.token },
  })
}

/** The query that asks for what came before a number; empty for what is no number. */
export function beforeQuery(before: string | null): string {
  return before !== null && /^[1-9]\d{0,5}$/.test(before) ? `?before=${before}` : ''
}

/**
 * Notes what a side is about to see, when somebody looks: a page fetched ahead is not read. The page is shown whether or not the mark
 * could be kept; a member who may not answer leaves it to those who do.
 */
export async function noteRead(
  request: Request,
  conversation: ConversationView,
  mark: (upTo: number) => Promise<unknown>,
): Promise<void> {
  const last = conversation.messages.at(-1)?.no
  if (conversation.unread === 0 || last === undefined || request.method !== 'GET' || isPrefetch(request)) return
  await mark(last).catch((error: unknown) => {
    if (!(error instanceof ShopError)) throw error
  })
}

/** What the form shows of a message that was refused. Throws what is no refusal of the message. */
export function refusedMessage(
  context: RequestContext,
  error: unknown,
  values: Record<string, string>,
): RefusedMessage & { status: number } {
  if (!(error instanceof ShopError) || error.kind === 'not_found' || error.kind === 'unauthorized') throw error
  const away = error.kind === 'unavailable'
  return { values, sentence: away ? serverT(context, orderMessages)('away') : error.message, status: error.status }
}
