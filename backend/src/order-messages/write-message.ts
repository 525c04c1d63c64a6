import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { MessageSide } from '../modules/order-message/sides'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { WriteMessageBody } from './bodies'
import { beginsUnread, MESSAGES_AN_HOUR, otherSide, SAME_WITHIN_SECONDS, writingTime } from './message-rules'
import { type ConversationRow, orderOf, type Party, READ_NO, type TalkedOrder } from './party'
import { tellOfMessage } from './tell-sides'

/**
 * Writes a message of one side. Sent again with its key, or the same words by the same person within a minute, it is the first one. The
 * other side is told when it had nothing unread. Writers of one order wait for each other, so that none is lost or numbered twice.
 * Out: the message's id. Throws ApiError 404, 409 `message_unpaid` and `message_over` outside of the time for messages, 429
 * `message_too_many`, 409 `conflict` for a key of the other side.
 */
export async function writeMessage(
  container: MedusaContainer,
  party: Party,
  orderId: string,
  { key, text }: WriteMessageBody,
): Promise<string> {
  const { side } = party
  const author = party.side === 'seller' ? party.memberId : null
  return await inTransaction(container, async (sql) => {
    const order = await orderOf(sql, party, orderId)
    const talk = await lockConversation(sql, order)
    const now = new Date()
    const known = await sentBefore(sql, orderId, { side, author, key, text, now })
    if (known !== null) return known
    const { state } = writingTime(order, now)
    if (state !== 'open') throw new ApiError(409, state === 'unpaid' ? 'message_unpaid' : 'message_over')
    const [hour] = await sql.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM order_message WHERE order_id = ? AND side = ? AND written_at > ?',
      [orderId, side, new Date(now.getTime() - 3_600_000)],
    )
    if ((hour?.count ?? 0) >= MESSAGES_AN_HOUR) throw new ApiError(429, 'message_too_many', { field: 'text' })
    const id = generateEntityId(undefined, 'omsg')
    const no = talk.last_no + 1
    await sql.query(
      'INSERT INTO order_message (id, order_id, no, key, side, author_id, body, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [id, orderId, no, key, side, author, text, now],
    )
    await sql.query(
      `UPDATE order_conversation SET last_no = ?, ${side}_last_no = ?, updated_at = now() WHERE order_id = ?`,
      [no, no, orderId],
    )
    const marks = {
      last: { buyer: talk.buyer_last_no, seller: talk.seller_last_no },
      read: { buyer: talk.buyer_read_no, seller: talk.seller_read_no },
    }
    if (beginsUnread(marks, side)) await tellOfMessage(sql, otherSide(side), order, id)
    return id
  })
}

/**
 * Notes that a side has seen the messages up to a number; marks never go back, nor beyond the last message. Throws ApiError 404.
 */
export async function markRead(container: MedusaContainer, party: Party, orderId: string, upTo: number): Promise<void> {
  const column = READ_NO[party.side]
  await inTransaction(container, async (sql) => {
    await orderOf(sql, party, orderId)
    await sql.query(
      `UPDATE order_conversation SET ${column} = least(last_no, ?), ${party.side}_read_at = now(), updated_at = now()
       WHERE order_id = ? AND ${column} < least(last_no, ?)`,
      [upTo, orderId, upTo],
    )
  })
}

/** The conversation of an order, begun when there is none; nobody else writes in it until the transaction ends. */
async function lockConversation(sql: Sql, { orderId, groupId, producerId }: TalkedOrder): Promise<ConversationRow> {
  await sql.query(
    'INSERT INTO order_conversation (order_id, group_id, producer_id) VALUES (?, ?, ?) ON CONFLICT (order_id) DO NOTHING',
    [orderId, groupId, producerId],
  )
  const [row] = await sql.query<ConversationRow>(
    `SELECT last_no, buyer_last_no, seller_last_no, buyer_read_no, seller_read_no FROM order_conversation WHERE order_id = ? FOR UPDATE`,
    [orderId],
  )
  if (!row) throw new ApiError(404, 'not_found')
  return row
}

/** The message that this one repeats, or null. */
async function sentBefore(
  sql: Sql,
  orderId: string,
  sent: { side: MessageSide; author: string | null; key: string; text: string; now: Date },
): Promise<string | null> {
  const [same] = await sql.query<{ id: string; side: MessageSide }>(
    'SELECT id, side FROM order_message WHERE order_id = ? AND key = ?',
    [orderId, sent.key],
  )
  if (same && same.side !== sent.side) throw new ApiError(409, 'conflict')
  if (same) return same.id
  const [again] = await sql.query<{ id: string }>(
    `SELECT id FROM order_message WHERE order_id = ? AND side = ? AND author_id IS NOT DISTINCT FROM ? AND body = ? AND written_at > ?
     ORDER BY no DESC LIMIT 1`,
    [orderId, sent.side, sent.author, sent.text, new Date(sent.now.getTime() - SAME_WITHIN_SECONDS * 1_000)],
  )
  return again?.id ?? null
}
