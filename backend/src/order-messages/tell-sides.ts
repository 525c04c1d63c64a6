import { dispatchIn } from '../dispatch/dispatch'
import type { MessageHideReason, MessageSide } from '../modules/order-message/sides'
import type { Sql } from '../money/in-transaction'
import { conversationPage } from '../orders/group-page'
import type { TalkedOrder } from './party'

/** Why a message is hidden, as its writer reads it. */
const HIDE_WORDS: Record<MessageHideReason, string> = {
  insult: 'có lời xúc phạm',
  outside_payment: 'đề nghị trả tiền ngoài sàn',
  personal_data: 'có thông tin riêng của người khác',
  advertising: 'là lời quảng cáo',
  unlawful: 'trái pháp luật',
}

/** The page of a conversation, for the side that is told; the buyer's opens with a token of its own. */
function pageFor(side: MessageSide, { groupId, orderId }: TalkedOrder): string {
  return side === 'buyer' ? conversationPage(groupId, orderId) : `/chu-the/don-hang/${orderId}#moi`
}

function receiverOf(side: MessageSide, { groupId, producerId }: TalkedOrder) {
  return side === 'buyer' ? { groupId } : { producerId }
}

/** Tells a side that something unread waits for it. The words of the message stay on the site. */
export async function tellOfMessage(
  sql: Sql,
  reader: MessageSide,
  order: TalkedOrder,
  messageId: string,
): Promise<void> {
  await dispatchIn(sql, {
    to: receiverOf(reader, order),
    kind: 'message_received',
    params: { displayNo: order.number, from: reader === 'buyer' ? order.producer : 'Người mua' },
    path: pageFor(reader, order),
    dedupeKey: `message_received:${messageId}`,
  })
}

/** Tells the writer of a message that it was hidden, and why. */
export async function tellOfHiding(
  sql: Sql,
  writer: MessageSide,
  order: TalkedOrder,
  hidden: { id: string; reason: MessageHideReason },
): Promise<void> {
  await dispatchIn(sql, {
    to: receiverOf(writer, order),
    kind: 'message_hidden',
    params: { displayNo: order.number, reason: HIDE_WORDS[hidden.reason] },
    path: pageFor(writer, order),
    dedupeKey: `message_hidden:${hidden.id}:${hidden.reason}`,
  })
}
