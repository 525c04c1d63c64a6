import { randomUUID } from 'node:crypto'
import type { IOrderModuleService, MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { isApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { holdCart, leaveCart } from './cart-lock'

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

/** Younger ones may still be at work. */
const ABANDONED = "interval '40 seconds'"
/** Orders looked through for ones without a group, from the newest. */
const LOOKED_THROUGH = 5_000

/**
 * Takes back what killed processes left half-made: groups whose cart nobody holds, and Medusa's orders whose group is gone (a slow process
 * that lost its lock made them after another had taken its group back). Out: how many of both.
 */
export async function takeBackAbandoned(container: MedusaContainer): Promise<number> {
  const groups = await inTransaction(container, (sql) =>
    sql.query<{ id: string; cart_id: string }>(
      `SELECT id, cart_id FROM order_group WHERE state = 'placing' AND placed_at < now() - ${ABANDONED} LIMIT 100`,
    ),
  )
  let done = 0
  for (const { id, cart_id: cartId } of groups) {
    const owner = randomUUID()
    try {
      await holdCart(container, cartId, owner, 0)
    } catch (error) {
      // Somebody is at work on it, or its lock has not run out yet.
      if (isApiError(error)) continue
      throw error
    }
    try {
      if (await takeBackGroup(container, id)) done += 1
    } finally {
      await leaveCart(container, cartId, owner)
    }
  }
  const orphans = await inTransaction(container, (sql) =>
    sql.query<{ id: string }>(
      `SELECT o.id FROM "order" o
       WHERE o.display_id > (SELECT max(display_id) - ${LOOKED_THROUGH} FROM "order") AND o.created_at < now() - ${ABANDONED}
         AND o.metadata ->> 'order_group_id' IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM order_group g WHERE g.id = o.metadata ->> 'order_group_id')`,
    ),
  )
  if (orphans.length > 0)
    await deleteOrders(
      container,
      orphans.map((order) => order.id),
    )
  return done + orphans.length
}
