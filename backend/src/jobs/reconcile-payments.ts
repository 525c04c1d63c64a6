import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { environment } from '../env'
import { reconcileByQuery } from '../payments/reconcile'
import { vnpayGateway } from '../vnpay/vnpay-gateway'

const DAY_MS = 24 * 3600_000
/** Days that a stopped shop catches up with. */
const CATCH_UP = 7

/** Compares each past day with VNPay once, after its end at +07. */
export default async function reconcilePayments(container: MedusaContainer): Promise<void> {
  const terminal = environment().vnpay
  if (!terminal) return
  const days = Array.from({ length: CATCH_UP }, (_, back) => vietnamDay(new Date(Date.now() - (back + 1) * DAY_MS)))
  const made = await graph<{ day: string }>(container, {
    entity: 'reconciliation',
    fields: ['day'],
    filters: { basis: 'query', day: days },
  })
  const known = new Set(made.map(({ day }) => day))
  for (const day of days.reverse()) {
    if (!known.has(day)) await reconcileByQuery(container, vnpayGateway(terminal), day)
  }
}

export const config = { name: 'reconcile-payments', schedule: '20 * * * *' }
