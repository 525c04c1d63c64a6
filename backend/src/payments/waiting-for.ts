import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'

/** The parts of the order group and of the ledger that this folder stands on, until their own files are here. */
export interface LockedGroup {
  id: string
  method: 'vnpay' | 'bank_transfer' | 'cod'
  state: 'placing' | 'awaiting_payment' | 'placed' | 'expired' | 'canceled'
  total: number
}

export async function lockGroup(sql: Sql, groupId: string): Promise<LockedGroup | null> {
  const [row] = await sql.query<Omit<LockedGroup, 'total'> & { total: string }>(
    'SELECT id, method, state, total FROM order_group WHERE id = ? FOR UPDATE',
    [groupId],
  )
  return row ? { ...row, total: toDong(row.total) } : null
}

export async function markGroupPaid(sql: Sql, group: LockedGroup, at: Date): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE order_group SET state = 'placed', paid_at = ?, updated_at = now() WHERE id = ? AND state = 'awaiting_payment' RETURNING id`,
    [at, group.id],
  )
  return rows.length === 1
}

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
