import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { MessageHideReason, MessageSide } from '../modules/order-message/sides'
import { inTransaction } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import type { DecideMessageBody, DeskConversationsBody } from './bodies'
import { otherSide } from './message-rules'
import { type ConversationRow, READ_NO, TALKED_ORDER, talkedOrder } from './party'
import { MESSAGE_COLUMNS, type MessageRow } from './read-messages'
import { tellOfHiding } from './tell-sides'

const NOWHERE = { provinceCode: null, communeCode: null }
/** More than two sides write in the time they have, save programs. */
const MOST = 500

/** A conversation as the operator reads it: with what is hidden. Moments ISO 8601. */
export interface DeskConversation {
  orderId: string
  number: string
  producer: string
  /** The latest, oldest first. */
  messages: {
    id: string
    side: MessageSide
    author: string | null
    /** Null once erased. */
    text: string | null
    hideReason: MessageHideReason | null
    writtenAt: string
    seen: boolean
  }[]
}

/**
 * Reads the conversations of an order or of all orders of a group, and puts on record who read them and what for.
 * Out: none for an order without messages or that is not there.
 */
export async function readForOperator(
  container: MedusaContainer,
  actor: AuditActor,
  { order, because, reference }: DeskConversationsBody,
): Promise<DeskConversation[]> {
  return await inTransaction(container, async (sql) => {
    const orders = await sql.query<Parameters<typeof talkedOrder>[0]>(
      `${TALKED_ORDER} JOIN order_conversation c ON c.order_id = o.order_id
       WHERE c.last_no > 0 AND (o.order_id = ? OR g.display_no = ? OR g.display_no || '/' || o.position = ?) ORDER BY o.position`,
      [order, order.toUpperCase(), order.toUpperCase()],
    )
    const found: DeskConversation[] = []
    for (const { orderId, number, producer } of orders.map(talkedOrder)) {
      await recordAuditIn(sql, {
        ...{ actor, verb: 'conversation:read', place: NOWHERE },
        ...{ subject: { type: 'order', id: orderId }, details: { because, reference } },
      })
      const [talk] = await sql.query<ConversationRow>('SELECT * FROM order_conversation WHERE order_id = ?', [orderId])
      const rows = await sql.query<MessageRow>(`${MESSAGE_COLUMNS} WHERE m.order_id = ? ORDER BY m.no DESC LIMIT ?`, [
        orderId,
        MOST,
      ])
      const messages = rows.reverse().map((row) => ({
        ...{ id: row.id, side: row.side, author: row.author, text: row.body, hideReason: row.hide_reason },
        writtenAt: row.written_at.toISOString(),
        seen: row.no <= (talk?.[READ_NO[otherSide(row.side)]] ?? 0),
      }))
      found.push({ orderId, number, producer, messages })
    }
    return found
  })
}

/**
 * The operator hides a message from both sides on one of the fixed grounds, or shows it again; the journal's entry and the word to its
 * writer are kept with it. What is decided the same way again changes nothing.
 * Throws ApiError 404, 422 `message_ground` when no ground is given for hiding.
 */
export async function decideMessage(
  container: MedusaContainer,
  actor: AuditActor,
  id: string,
  decision: DecideMessageBody,
): Promise<void> {
  const reason = decision.state === 'hidden' ? (decision.reason ?? null) : null
  if (decision.state === 'hidden' && reason === null) throw new ApiError(422, 'message_ground', { field: 'reason' })
  await inTransaction(container, async (sql) => {
    const [message] = await sql.query<{ order_id: string; side: MessageSide; hide_reason: MessageHideReason | null }>(
      'SELECT order_id, side, hide_reason FROM order_message WHERE id = ? FOR UPDATE',
      [id],
    )
    if (!message) throw new ApiError(404, 'not_found')
    if (message.hide_reason === reason) return
    await sql.query(
      `UPDATE order_message SET hide_reason = ?, hidden_at = ${reason === null ? 'NULL' : 'now()'}, hidden_by = ?, updated_at = now()
       WHERE id = ?`,
      [reason, reason === null ? null : actor.id, id],
    )
    await recordAuditIn(sql, {
      ...{ actor, verb: `message:${decision.state === 'shown' ? 'show' : 'hide'}`, place: NOWHERE },
      ...{ subject: { type: 'order_message', id }, details: { orderId: message.order_id, reason } },
    })
    const [row] = await sql.query<Parameters<typeof talkedOrder>[0]>(`${TALKED_ORDER} WHERE o.order_id = ?`, [
      message.order_id,
    ])
    if (row && reason !== null) await tellOfHiding(sql, message.side, talkedOrder(row), { id, reason })
  })
}
