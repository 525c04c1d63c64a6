import type { MedusaContainer } from '@medusajs/framework/types'
import type { MessageHideReason, MessageSide } from '../modules/order-message/sides'
import { inTransaction, type Sql } from '../money/in-transaction'
import { otherSide, type WritingState, writingTime } from './message-rules'
import { type ConversationRow, orderOf, type Party, READ_NO } from './party'

/** A message as the two sides see it; moments are UTC, ISO 8601. */
export interface MessageView {
  id: string
  no: number
  /** Of the side that reads. */
  mine: boolean
  /** Which of the producer's people wrote it; their own side alone is told. */
  author: string | null
  state: 'shown' | 'hidden' | 'erased'
  /** Null unless it is shown. */
  text: string | null
  hideReason: MessageHideReason | null
  writtenAt: string
  /** The other side has read it. */
  seen: boolean
  /** Not read before. */
  fresh: boolean
}

export interface ConversationView {
  orderId: string
  number: string
  producer: string
  state: WritingState
  /** The last moment to write; null while the order is under way. */
  until: string | null
  /** Oldest first. */
  messages: MessageView[]
  /** Ask with it as `before` for what was said earlier; null: nothing was. */
  older: number | null
  /** How many of the other side's were not read. */
  unread: number
}

export interface MessageRow {
  id: string
  no: number
  side: MessageSide
  author: string | null
  body: string | null
  written_at: Date
  hide_reason: MessageHideReason | null
}

export const MESSAGE_COLUMNS = `
  SELECT m.id, m.no, m.side, a.name AS author, m.body, m.written_at, m.hide_reason
  FROM order_message m LEFT JOIN producer_member a ON a.id = m.author_id`

const PAGE = 50

/** The latest messages of an order, or those before a number; reading changes no mark. Throws ApiError 404. */
export async function readConversation(
  container: MedusaContainer,
  party: Party,
  orderId: string,
  before: number | null,
): Promise<ConversationView> {
  return await inTransaction(container, async (sql) => {
    const order = await orderOf(sql, party, orderId)
    const [talk] = await sql.query<ConversationRow>('SELECT * FROM order_conversation WHERE order_id = ?', [orderId])
    const rows = await sql.query<MessageRow>(
      `${MESSAGE_COLUMNS} WHERE m.order_id = ? ${before === null ? '' : 'AND m.no < ?'} ORDER BY m.no DESC LIMIT ?`,
      [orderId, ...(before === null ? [] : [before]), PAGE + 1],
    )
    const page = rows.slice(0, PAGE).reverse()
    const { state, until } = writingTime(order, new Date())
    return {
      ...{ orderId, number: order.number, producer: order.producer, state, until: until?.toISOString() ?? null },
      messages: page.map((row) => view(row, party.side, talk)),
      older: rows.length > PAGE ? (page[0]?.no ?? null) : null,
      unread: (await unreadIn(sql, party.side, [orderId])).get(orderId) ?? 0,
    }
  })
}

/** How many messages of the sellers the buyer of a group has not read, by order; orders without any are left out. */
export async function unreadOfBuyer(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, number>> {
  return await inTransaction(container, (sql) => unreadIn(sql, 'buyer', orderIds))
}

async function unreadIn(sql: Sql, reader: MessageSide, orderIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ order_id: string; count: number }>(
    `SELECT c.order_id, count(*)::int AS count FROM order_conversation c
     JOIN order_message m ON m.order_id = c.order_id AND m.side = ? AND m.no > c.${READ_NO[reader]}
     WHERE c.order_id = ANY(?) GROUP BY c.order_id`,
    [otherSide(reader), [...orderIds]],
  )
  return new Map(rows.map((row) => [row.order_id, row.count]))
}

function view(row: MessageRow, reader: MessageSide, talk: ConversationRow | undefined): MessageView {
  const mine = row.side === reader
  const readNo = (side: MessageSide) => talk?.[READ_NO[side]] ?? 0
  const state = row.hide_reason !== null ? 'hidden' : row.body === null ? 'erased' : 'shown'
  return {
    ...{ id: row.id, no: row.no, mine, state, hideReason: row.hide_reason },
    author: reader === 'seller' ? row.author : null,
    text: state === 'shown' ? row.body : null,
    writtenAt: row.written_at.toISOString(),
    seen: row.no <= readNo(otherSide(row.side)),
    fresh: !mine && row.no > readNo(reader),
  }
}
