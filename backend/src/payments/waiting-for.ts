import type { Sql } from '../money/in-transaction'

/** The parts of the ledger that this folder stands on, until their own files are here. */
export async function postPaid(
  _sql: Sql,
  _paid: {
    groupId: string
    receiptId: string
    asset: string
    at: Date
    orders: readonly { orderId: string; producerId: string; total: number }[]
  },
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
    receiptId: string | null
    amount: number
    at: Date
    lines?: readonly RefundLine[]
  },
): Promise<void> {}
export async function postRefundDone(
  _sql: Sql,
  _refund: { refundId: string; asset: string; at: Date },
): Promise<void> {}
export async function post(_sql: Sql, _entries: readonly EntryDraft[]): Promise<void> {}
export interface EntryDraft {
  key: string
  kind: string
  debit: string
  credit: string
  amount: number
  at: Date
  groupId?: string | null
  orderId?: string | null
  producerId?: string | null
  receiptId?: string | null
}
export interface RefundLine {
  lineId: string
  quantity: number
}
