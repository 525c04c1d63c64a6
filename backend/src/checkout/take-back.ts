import type { IOrderModuleService, MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { inTransaction } from '../money/in-transaction'

/**
 * Takes a half-made group back, so that its cart can be ordered again: Medusa's orders go, then the group. A group that became whole
 * meanwhile stays. The caller holds the cart's lock. May be done again.
 */
export async function takeBackGroup(container: MedusaContainer, groupId: string): Promise<boolean> {
  const orderIds = await inTransaction(container, async (sql) => {
    const [group] = await sql.query<{ order_ids: string[] }>(
      `SELECT order_ids FROM order_group WHERE id = ? AND state = 'placing' FOR UPDATE`,
      [groupId],
    )
    return group?.order_ids ?? null
  })
  if (orderIds === null) return false
  await deleteOrders(container, orderIds)
  const gone = await inTransaction(container, (sql) =>
    sql.query(`DELETE FROM order_group WHERE id = ? AND state = 'placing' RETURNING id`, [groupId]),
  )
  return gone.length === 1
}

async function deleteOrders(container: MedusaContainer, orderIds: string[]): Promise<void> {
  const orders: IOrderModuleService = container.resolve(Modules.ORDER)
  const known = await orders.listOrders({ id: orderIds }, { select: ['id'], take: orderIds.length })
  if (known.length > 0) await orders.deleteOrders(known.map((order) => order.id))
}
