import type { SellerOrderState } from '../modules/order-group/states'
import type { MessageSide } from '../modules/order-message/sides'

/**
 * So long after an order has arrived or ended its two sides may write: a link to the order holds as many days (`orders/order-link.ts`),
 * and returns (days) and reviews (90 days) are over by then.
 */
export const MESSAGE_DAYS = 180
/** Of one side, about one order. Enough for any talk; a program gets no further. */
export const MESSAGES_AN_HOUR = 20
/** The same words again within this time are a button pressed twice. */
export const SAME_WITHIN_SECONDS = 60
export const MESSAGE_CHARACTERS = 2_000

/** `unpaid`: the seller does not know of the order yet. */
export type WritingState = 'open' | 'unpaid' | 'over'

/** Whether messages may be written of an order at a moment, and until when; null while it is under way. */
export function writingTime(
  order: { state: SellerOrderState; deliveredAt: Date | null; closedAt: Date | null },
  now: Date,
): { state: WritingState; until: Date | null } {
  if (order.state === 'awaiting_payment') return { state: 'unpaid', until: null }
  const ended = order.state === 'delivered' ? order.deliveredAt : null
  const closed = order.state === 'refused' || order.state === 'canceled' ? order.closedAt : null
  const last = ended ?? closed
  if (last === null) return { state: 'open', until: null }
  const until = new Date(last.getTime() + MESSAGE_DAYS * 86_400_000)
  return { state: now > until ? 'over' : 'open', until }
}

/**
 * The text of a message as it is kept: composed letters, lines ended by `\n`, no control characters but those, and none of the signs that
 * turn the direction of what follows, with which one text can be made to look like another.
 */
export function plainText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu, '')
    .trim()
}

/** Numbers of a conversation: the last message each side wrote, and up to which each has read. */
export interface ReadMarks {
  last: Record<MessageSide, number>
  read: Record<MessageSide, number>
}

export function otherSide(side: MessageSide): MessageSide {
  return side === 'buyer' ? 'seller' : 'buyer'
}

/** True when a message of a side is the first that the other has not read: then the other is told, and not again until they have read. */
export function beginsUnread({ last, read }: ReadMarks, writer: MessageSide): boolean {
  return last[writer] <= read[otherSide(writer)]
}
