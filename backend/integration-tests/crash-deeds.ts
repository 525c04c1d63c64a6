import type { MedusaContainer } from '@medusajs/framework/types'
import { placeCart } from '../src/checkout/place-cart'
import { environment } from '../src/env'
import { inTransaction } from '../src/money/in-transaction'
import type { AuditActor } from '../src/officials/record-audit'
import { cancelSellerOrder } from '../src/order-groups/cancel-orders'
import { receivePayment } from '../src/payments/receive-payment'
import { sendRefunds } from '../src/payments/send-refunds'
import * as batches from '../src/settlement/payout-batches'
import { vnpayGateway } from '../src/vnpay/vnpay-gateway'

/** What is done until it is done, by whoever comes after a crash as by whoever began: nothing is known but what the database says. */
export interface DeedArgs {
  place: { cartId: string; idempotencyKey: string; expectedTotal: number; method: 'vnpay' | 'cod' }
  receive: { groupId: string; attemptReference: string; reference: string; amount: number }
  refund: { orderId: string }
  payOut: Record<string, never>
}
export type Deed = keyof DeedArgs

export const DEEDS: { [Name in Deed]: (container: MedusaContainer, args: DeedArgs[Name]) => Promise<unknown> } = {
  /** The buyer presses the button. */
  place: (container, args) => placeCart(container, args, environment().ORDER_LINK_SECRET),
  /** The gateway's notice. */
  receive: (container, args) =>
    receivePayment(container, { source: 'vnpay', ...args, at: new Date('2026-11-20T03:00:00Z'), raw: {} }),
  refund,
  payOut,
}

/** Cancels a paid order; then the job that sends refunds, each time its turn has come, until the gateway says that the money is back. */
async function refund(container: MedusaContainer, { orderId }: DeedArgs['refund']): Promise<void> {
  const terminal = environment().vnpay
  if (!terminal) throw new Error('no terminal')
  await cancelSellerOrder(container, orderId, 'Hết hàng', 'system')
  for (let turn = 1; turn <= 6; turn += 1) {
    await sendRefunds(container, vnpayGateway(terminal), Date.now() + 30_000)
    const [left] = await inTransaction(container, (sql) =>
      sql.query(`SELECT 1 FROM payment_refund WHERE state NOT IN ('done', 'refused')`),
    )
    if (!left) return
    await inTransaction(container, (sql) =>
      sql.query('UPDATE payment_refund SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL'),
    )
    // The bank takes its time.
    await fetch(`${new URL(process.env.VNPAY_API_URL ?? '').origin}/control/clock`, {
      method: 'POST',
      body: JSON.stringify({ advanceSeconds: 70 }),
    })
  }
  throw new Error('The refund does not end.')
}

const LATER = new Date('2026-12-20T03:00:00Z')
const person = (id: string): AuditActor => ({ type: 'user', id, name: id, post: null })
const [an, binh] = [person('user_an'), person('user_binh')]

/** Two people pay a batch out; the transfer to the second payee comes back from the bank. Goes on from wherever the batch stands. */
async function payOut(container: MedusaContainer): Promise<void> {
  const rows = <Row>(text: string) => inTransaction(container, (sql) => sql.query<Row>(text))
  const batch = async () => (await rows<{ id: string; state: string }>('SELECT id, state FROM payout_batch'))[0]
  const batchId = (await batch())?.id ?? (await batches.draftBatch(container, an, LATER))
  if ((await batch())?.state === 'draft') await batches.approveBatch(container, batchId, binh)
  await batches.sendBatch(container, batchId, an, LATER)
  const payouts = await rows<{ id: string; state: string }>('SELECT id, state FROM payout ORDER BY producer_id')
  for (const [no, { id, state }] of payouts.entries())
    if (state === 'sent')
      await batches.confirmPayout(container, { batchId, payoutId: id, bankReference: `FT${no}`, at: LATER }, an)
  const back = payouts[1]
  if (back) await batches.reversePayout(container, { batchId, payoutId: back.id, reason: 'Sai tên', at: LATER }, an)
}
