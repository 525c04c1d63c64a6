import { ApiError } from '../http/api-error'
import type { SellerOrderState } from '../modules/order-group/states'
import type { MessageSide } from '../modules/order-message/sides'
import type { Sql } from '../money/in-transaction'

/** Who reads or writes: the buyer who holds a group's link, or one of a producer's people. The route has proven it. */
export type Party = { side: 'buyer'; groupId: string } | { side: 'seller'; producerId: string; memberId: string }

/** The order a conversation is about. */
export interface TalkedOrder {
  orderId: string
  groupId: string
  producerId: string
  /** `SL-2611-0001AB/1`. */
  number: string
  producer: string
  state: SellerOrderState
  deliveredAt: Date | null
  closedAt: Date | null
}

interface Row {
  order_id: string
  group_id: string
  producer_id: string
  number: string
  producer: string | null
  state: SellerOrderState
  delivered_at: Date | null
  closed_at: Date | null
}

export const TALKED_ORDER = `
  SELECT o.order_id, o.group_id, o.producer_id, g.display_no || '/' || o.position AS number, p.name AS producer, o.state, o.delivered_at,
    o.closed_at
  FROM seller_order o JOIN order_group g ON g.id = o.group_id AND g.state <> 'placing' LEFT JOIN producer p ON p.id = o.producer_id`

/** An order of the party's. Throws ApiError 404 for one there is not and for one of somebody else. */
export async function orderOf(sql: Sql, party: Party, orderId: string): Promise<TalkedOrder> {
  const [row] = await sql.query<Row>(
    `${TALKED_ORDER} WHERE o.order_id = ? AND ${party.side === 'buyer' ? 'o.group_id' : 'o.producer_id'} = ?`,
    [orderId, party.side === 'buyer' ? party.groupId : party.producerId],
  )
  if (!row) throw new ApiError(404, 'not_found')
  return talkedOrder(row)
}

/** In: a row of `TALKED_ORDER`. */
export function talkedOrder(row: Row): TalkedOrder {
  return {
    ...{ orderId: row.order_id, groupId: row.group_id, producerId: row.producer_id, number: row.number },
    ...{ producer: row.producer ?? '', state: row.state, deliveredAt: row.delivered_at, closedAt: row.closed_at },
  }
}

/** Numbers of a conversation as the table holds them. */
export interface ConversationRow {
  last_no: number
  buyer_last_no: number
  seller_last_no: number
  buyer_read_no: number
  seller_read_no: number
}

/** Column that says up to which number a side has read. */
export const READ_NO: Record<MessageSide, 'buyer_read_no' | 'seller_read_no'> = {
  buyer: 'buyer_read_no',
  seller: 'seller_read_no',
}
