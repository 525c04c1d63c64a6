import type { LockedGroup } from '../order-groups/settle-group'

/** What a group still has to be paid for: the orders in it that await payment, whole đồng. A canceled one is not paid for. */
export function ordersDue(group: LockedGroup): LockedGroup['orders'] {
  return group.orders.filter(({ state }) => state === 'awaiting_payment')
}

/** The sum of `ordersDue`. */
export function amountDue(group: LockedGroup): number {
  return ordersDue(group).reduce((sum, { total }) => sum + total, 0)
}
