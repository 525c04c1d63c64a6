import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import type { SellerOrderState } from '../modules/order-group/states'
import type { Sql } from '../money/in-transaction'
import { type LockedGroup, type LockedSellerOrder, lockGroupOfOrder } from '../order-groups/settle-group'

/** States in which an order is the producer's business. */
export const THEIRS: readonly SellerOrderState[] = [
  'to_confirm',
  'confirmed',
  'packed',
  'shipped',
  'delivered',
  'refused',
  'canceled',
]

/**
 * A seller order of the tenant. Throws ApiError 404 for one there is not, for one that waits for its money, and, as a security event,
 * for one of somebody else.
 */
export async function requireOwnOrder(
  container: MedusaContainer,
  { memberId, producerId }: Pick<Tenant, 'memberId' | 'producerId'>,
  orderId: string,
): Promise<{ orderId: string; groupId: string }> {
  const [row] = await graph<{ order_id: string; group_id: string; producer_id: string; state: SellerOrderState }>(
    container,
    {
      entity: 'seller_order',
      fields: ['order_id', 'group_id', 'producer_id', 'state'],
      filters: { order_id: orderId },
    },
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== producerId) {
    throw foreignRow({ actor: 'producer', id: memberId }, { type: 'seller_order', id: orderId })
  }
  if (!THEIRS.includes(row.state)) throw new ApiError(404, 'not_found')
  return { orderId: row.order_id, groupId: row.group_id }
}

/** The group of an order and the order in it, both locked. Throws ApiError 404 when there is none, or another producer's. */
export async function lockOrder(
  sql: Sql,
  orderId: string,
  producerId: string | null,
): Promise<{ group: LockedGroup; order: LockedSellerOrder }> {
  const group = await lockGroupOfOrder(sql, orderId)
  const order = group?.orders.find((each) => each.orderId === orderId)
  if (!group || !order || (producerId !== null && order.producerId !== producerId)) throw new ApiError(404, 'not_found')
  return { group, order }
}
