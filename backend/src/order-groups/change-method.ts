import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { PAYMENT_MINUTES, type PaymentFacts, PREPAID_METHODS, paymentMethods } from '../checkout/payment-methods'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { PaymentMethod } from '../modules/order-group/states'
import { inTransaction } from '../money/in-transaction'
import { lockGroup } from './settle-group'

interface OrderRow {
  items: { variant_id: string | null }[] | null
}
interface VariantRow {
  allow_backorder: boolean
}

/** What of a group's goods bears on how it can be paid. */
export async function goodsFacts(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Omit<PaymentFacts, 'total'>> {
  const orders = await graph<OrderRow>(container, {
    entity: 'order',
    fields: ['items.variant_id'],
    filters: { id: [...orderIds] },
  })
  const variants = await graph<VariantRow>(container, {
    entity: 'variant',
    fields: ['allow_backorder'],
    filters: { id: orders.flatMap((order) => (order.items ?? []).flatMap((item) => item.variant_id ?? [])) },
    withDeleted: true,
  })
  return {
    preOrder: variants.some((variant) => variant.allow_backorder),
    setUp: PREPAID_METHODS,
  }
}

/**
 * Changes how a group that awaits payment is paid. Never more than a day passes between placing and the last moment to pay, however often
 * it is changed. Attempts under the old way end; money that comes from one all the same is taken when the group still awaits it, else sent back.
 * Throws ApiError 404, 409 `group_state` when nothing is awaited any more, 422 `method_not_offered`.
 */
export async function changeMethod(container: MedusaContainer, groupId: string, method: PaymentMethod): Promise<void> {
  const now = new Date()
  const orders = await graph<{ order_id: string }>(container, {
    entity: 'seller_order',
    fields: ['order_id'],
    filters: { group_id: groupId },
  })
  // Read before the lock is taken: what was ordered never changes.
  const facts = await goodsFacts(
    container,
    orders.map((order) => order.order_id),
  )
  await inTransaction(container, async (sql) => {
    const locked = await lockGroup(sql, groupId)
    if (!locked) throw new ApiError(404, 'not_found')
    if (locked.state !== 'awaiting_payment') throw new ApiError(409, 'group_state')
    if (locked.method === method) return
    const offered = paymentMethods({ ...facts, total: locked.total }, vietnamDay(now)).some(
      (each) => each.method === method && each.offered,
    )
    if (!offered) throw new ApiError(422, 'method_not_offered', { field: 'method' })
    await sql.query(
      `UPDATE payment_attempt SET state = 'superseded', next_query_at = NULL, updated_at = now() WHERE group_id = ? AND state = 'open'`,
      [groupId],
    )
    if (method === 'cod') {
      await sql.query(
        `UPDATE order_group SET method = 'cod', state = 'placed', expires_at = NULL, updated_at = now() WHERE id = ?`,
        [groupId],
      )
      await sql.query(
        `UPDATE seller_order SET state = 'to_confirm', updated_at = now() WHERE group_id = ? AND state = 'awaiting_payment'`,
        [groupId],
      )
      return
    }
    await sql.query('UPDATE order_group SET method = ?, expires_at = ?, updated_at = now() WHERE id = ?', [
      method,
      deadlineAfterChange(method, locked.placedAt, now),
      groupId,
    ])
  })
}

function deadlineAfterChange(method: Exclude<PaymentMethod, 'cod'>, placedAt: Date, now: Date): Date {
  const last = placedAt.getTime() + Math.max(...Object.values(PAYMENT_MINUTES)) * 60_000
  return new Date(Math.min(last, now.getTime() + PAYMENT_MINUTES[method] * 60_000))
}
