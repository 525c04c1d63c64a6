import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { GroupState, PaymentMethod } from '../modules/order-group/states'
import type { AttemptState, ReceiptOutcome } from '../modules/payments/kinds'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'

/** Where the payment of a group stands, for the page that waits for it. */
export interface PaymentView {
  groupId: string
  displayNo: string
  method: PaymentMethod
  groupState: GroupState
  /** Whole đồng. */
  total: number
  /**
   * `paid`; `waiting` for a buyer who is paying or for the gateway's word; `failed`, and another try may be made; `unpaid`, none was made
   * or all ended; `held` for review; `closed`, the order no longer waits; `sent_back`, money came in and goes back.
   */
  state: 'paid' | 'waiting' | 'failed' | 'unpaid' | 'held' | 'closed' | 'sent_back'
  /** May another try be made? */
  mayPay: boolean
  /** UTC, ISO 8601. */
  paidAt: string | null
  expiresAt: string | null
  attempt: { reference: string; state: AttemptState; responseCode: string | null; expiresAt: string } | null
}

interface Row {
  id: string
  display_no: string
  method: PaymentMethod
  state: GroupState
  total: string
  paid_at: Date | null
  expires_at: Date | null
  reference: string | null
  attempt_state: AttemptState | null
  response_code: string | null
  attempt_expires_at: Date | null
  outcomes: ReceiptOutcome[] | null
}

const READ = `
  SELECT g.id, g.display_no, g.method, g.state, g.total, g.paid_at, g.expires_at,
    a.reference, a.state AS attempt_state, a.response_code, a.expires_at AS attempt_expires_at,
    (SELECT array_agg(p.outcome) FROM payment_receipt p WHERE p.group_id = g.id) AS outcomes
  FROM order_group g
  LEFT JOIN LATERAL (SELECT * FROM payment_attempt x WHERE x.group_id = g.id ORDER BY x.created_at DESC, x.id DESC LIMIT 1) a ON true
  WHERE g.id = ? AND g.state <> 'placing'`

/** The buyer is back and nobody told us anything: the gateway is asked now, and once only. */
const ASK_NOW = `
  UPDATE payment_attempt SET next_query_at = now(), updated_at = now()
  WHERE group_id = ? AND state = 'open' AND queries = 0 AND next_query_at > now() AND created_at < now() - interval '3 seconds'`

/**
 * Reads where a payment stands. In: whether the buyer has come back from the gateway.
 * Throws ApiError 404. The caller has checked the group's token.
 */
export async function readPayment(
  container: MedusaContainer,
  groupId: string,
  { returned }: { returned: boolean },
): Promise<PaymentView> {
  const row = await inTransaction(container, async (sql) => {
    const [found] = await sql.query<Row>(READ, [groupId])
    if (returned && found?.attempt_state === 'open') await sql.query(ASK_NOW, [groupId])
    return found
  })
  if (!row) throw new ApiError(404, 'not_found')
  const iso = (moment: Date | null) => (moment === null ? null : new Date(moment).toISOString())
  return {
    groupId: row.id,
    displayNo: row.display_no,
    method: row.method,
    groupState: row.state,
    total: toDong(row.total),
    state: stateOf(row),
    mayPay: row.state === 'awaiting_payment' && row.method === 'vnpay' && row.attempt_state !== 'held',
    paidAt: iso(row.paid_at),
    expiresAt: iso(row.expires_at),
    attempt:
      row.reference === null || row.attempt_state === null
        ? null
        : {
            reference: row.reference,
            state: row.attempt_state,
            responseCode: row.response_code,
            expiresAt: iso(row.attempt_expires_at) ?? '',
          },
  }
}

function stateOf(row: Row): PaymentView['state'] {
  const outcomes = row.outcomes ?? []
  if (outcomes.includes('applied')) return 'paid'
  if (outcomes.includes('held')) return 'held'
  if (outcomes.length > 0) return row.state === 'awaiting_payment' ? 'unpaid' : 'sent_back'
  if (row.state !== 'awaiting_payment') return 'closed'
  if (row.attempt_state === 'open') return 'waiting'
  return row.attempt_state === 'failed' ? 'failed' : 'unpaid'
}
