import type { Sql } from '../money/in-transaction'
import type { LockedGroup } from '../order-groups/settle-group'

/** The parts of the ledger that this folder stands on, until their own files are here. */
export async function postPaid(
  _sql: Sql,
  _paid: { group: LockedGroup; receiptId: string; asset: string; at: Date },
): Promise<void> {}
export async function postUnapplied(
  _sql: Sql,
  _money: { groupId: string; receiptId: string; asset: string; amount: number; at: Date },
): Promise<void> {}
export async function postRefundAsked(
  _sql: Sql,
  _refund: {
    refundId: string
    groupId: string
    orderId: string | null
    unapplied: boolean
    amount: number
    at: Date
    lines: readonly RefundLine[] | null
  },
): Promise<void> {}

/** What of an order goes back: a quantity of a line, or its freight. */
export interface RefundLine {
  lineId: string | null
  quantity: number
  amount: number
}
