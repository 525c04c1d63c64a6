import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import type { GroupState, PaymentMethod, SellerOrderState } from '../modules/order-group/states'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { signOrderLink } from '../orders/order-link'
import type { OrdersQuery } from './bodies'

export const ORDERS_A_PAGE = 10

/** An order group in a customer's list. Amounts in đồng, moments UTC. */
export interface CustomerOrder {
  id: string
  displayNo: string
  placedAt: string
  state: GroupState
  method: PaymentMethod
  total: number
  expiresAt: string | null
  /** Opens its page. */
  token: string
  orders: { producer: string; state: SellerOrderState; total: number }[]
}

const OPEN_STATES = `'to_confirm', 'confirmed', 'packed', 'shipped'`
const CONDITIONS: Record<OrdersQuery['state'], string> = {
  all: 'true',
  to_pay: `g.state = 'awaiting_payment'`,
  under_way: `g.state = 'placed' AND EXISTS (SELECT 1 FROM seller_order s WHERE s.group_id = g.id AND s.state IN (${OPEN_STATES}))`,
  done: `g.state = 'placed' AND NOT EXISTS (SELECT 1 FROM seller_order s WHERE s.group_id = g.id AND s.state IN (${OPEN_STATES}))
    AND EXISTS (SELECT 1 FROM seller_order s WHERE s.group_id = g.id AND s.state = 'delivered')`,
  canceled: `g.state IN ('expired', 'canceled') OR (g.state = 'placed' AND NOT EXISTS (
    SELECT 1 FROM seller_order s WHERE s.group_id = g.id AND s.state NOT IN ('canceled', 'refused')))`,
}

interface GroupRow {
  id: string
  display_no: string
  placed_at: Date
  state: GroupState
  method: PaymentMethod
  total: string
  expires_at: Date | null
  all_rows: number
}
interface OrderRow {
  group_id: string
  producer_id: string
  state: SellerOrderState
  total: string
}

/** A page of a customer's order groups, newest first. In: key of order links. */
export async function readCustomerOrders(
  container: MedusaContainer,
  customerId: string,
  { state, page }: OrdersQuery,
  linkKey: string,
): Promise<{ orders: CustomerOrder[]; total: number; perPage: number }> {
  const now = new Date()
  const { groups, rows } = await inTransaction(container, async (sql) => {
    const found = await sql.query<GroupRow>(
      `SELECT g.id, g.display_no, g.placed_at, g.state, g.method, g.total, g.expires_at, count(*) OVER ()::int AS all_rows
       FROM order_group g WHERE g.customer_id = ? AND g.state <> 'placing' AND (${CONDITIONS[state]})
       ORDER BY g.placed_at DESC, g.id DESC LIMIT ? OFFSET ?`,
      [customerId, ORDERS_A_PAGE, (page - 1) * ORDERS_A_PAGE],
    )
    const ids = found.map(({ id }) => id)
    const parts =
      ids.length === 0
        ? []
        : await sql.query<OrderRow>(
            `SELECT group_id, producer_id, state, total FROM seller_order
             WHERE group_id IN (${ids.map(() => '?').join(', ')}) ORDER BY group_id, position`,
            ids,
          )
    return { groups: found, rows: parts }
  })
  const producerIds = [...new Set(rows.map((row) => row.producer_id))]
  const producers =
    producerIds.length === 0
      ? []
      : await graph<{ id: string; name: string }>(container, {
          entity: 'producer',
          fields: ['id', 'name'],
          filters: { id: producerIds },
        })
  const nameOf = new Map(producers.map(({ id, name }) => [id, name]))
  return {
    orders: groups.map((group) => ({
      id: group.id,
      displayNo: group.display_no,
      placedAt: new Date(group.placed_at).toISOString(),
      state: group.state,
      method: group.method,
      total: toDong(group.total),
      expiresAt: group.expires_at === null ? null : new Date(group.expires_at).toISOString(),
      token: signOrderLink(group.id, linkKey, now),
      orders: rows
        .filter((row) => row.group_id === group.id)
        .map((row) => ({ producer: nameOf.get(row.producer_id) ?? '', state: row.state, total: toDong(row.total) })),
    })),
    total: groups[0]?.all_rows ?? 0,
    perPage: ORDERS_A_PAGE,
  }
}
