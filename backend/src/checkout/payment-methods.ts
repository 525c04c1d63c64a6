import { PAYMENT_METHODS, type PaymentMethod } from '../modules/order-group/states'

export interface OfferedMethod {
  method: PaymentMethod
  offered: boolean
  reason: null | 'above_limit' | 'pre_order' | 'not_set_up'
  /** The amount above which the method is not offered, whole đồng. */
  limit: number | null
}

/**
 * What cash on delivery may come to, by the day from which it holds. A refused parcel costs the producer two ways of freight and the
 * season of its goods, so large sums are paid first.
 */
const COD_LIMITS: readonly { from: string; limit: number }[] = [{ from: '2026-01-01', limit: 5_000_000 }]

/** How long a prepaid group waits for its money. A bank transfer may take a night and a person's look at the statement. */
export const PAYMENT_MINUTES: Record<Exclude<PaymentMethod, 'cod'>, number> = { vnpay: 30, bank_transfer: 24 * 60 }

/** Ways to pay before the goods leave that every installation can take. */
export const PREPAID_METHODS: readonly PaymentMethod[] = ['vnpay', 'bank_transfer']

export interface PaymentFacts {
  /** Whole đồng. */
  total: number
  /** Goods that do not exist yet: nobody grows them for a promise. */
  preOrder: boolean
  /** Prepaid methods this installation can take. */
  setUp: readonly PaymentMethod[]
}

/** Which ways to pay a cart has, and why not. In: facts, the calendar day at +07. Pure. */
export function paymentMethods(facts: PaymentFacts, day: string): OfferedMethod[] {
  const limit = COD_LIMITS.filter(({ from }) => from <= day).at(-1)?.limit ?? 0
  return PAYMENT_METHODS.map((method) => {
    if (method !== 'cod') {
      const missing = !facts.setUp.includes(method)
      return { method, offered: !missing, reason: missing ? 'not_set_up' : null, limit: null }
    }
    const reason = facts.preOrder ? 'pre_order' : facts.total > limit ? 'above_limit' : null
    return { method, offered: reason === null, reason, limit }
  })
}

/** When a group must be paid; null for cash on delivery. */
export function paymentDeadline(method: PaymentMethod, placedAt: Date): Date | null {
  return method === 'cod' ? null : new Date(placedAt.getTime() + PAYMENT_MINUTES[method] * 60_000)
}
