import type { MedusaContainer } from '@medusajs/framework/types'
import { symbolPath } from '@sao-lang/traceability/labels/label-svg'
import { qrMatrix } from '@sao-lang/traceability/labels/qr-matrix'
import { vietQr } from '../bank-transfer/vietqr'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import { BANKS, bankName } from '../money/banks'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import { type LockedGroup, lockGroup } from '../order-groups/settle-group'
import { groupPage } from '../orders/group-page'
import { personalKeys } from '../personal-data/personal-keys'
import type { Sealed } from '../personal-data/sealed-field'

/** Where a buyer wants their money, as they entered it. */
export interface RefundAccount {
  /** NAPAS BIN, 6 digits. */
  bankBin: string
  /** 6 to 19 digits and capital letters. */
  number: string
  holder: string
}

/** What the operator needs to pay a refund from a banking app. */
export interface RefundTransfer extends RefundAccount {
  bankName: string
  amount: number
  /** What the transfer says: the order's number, so that the buyer knows it. */
  purpose: string
  /** The text of the VietQR code, and the code as an SVG path in a square of `size` units, quiet zone included. */
  payload: string
  qr: { size: number; path: string }
}

/** Units of light around the symbol on each side. */
const QUIET = 4

/** A person pays these, so somebody must say where to. One that VNPay refused too: it went back to nobody. */
const WAITS = `r.state IN ('manual', 'refused')`

interface WaitingRow {
  id: string
  amount: string
  sealed: Sealed | null
}

const placeOf = (refundId: string) => ({ producerId: '', subject: refundId, field: 'refund_account' })

const seal = (refundId: string, { bankBin, number, holder }: RefundAccount): Sealed =>
  personalKeys().seal(JSON.stringify([bankBin, number, holder]), placeOf(refundId))

function open(refundId: string, sealed: Sealed): RefundAccount {
  const [bankBin, number, holder] = JSON.parse(personalKeys().open(sealed, placeOf(refundId))) as [
    string,
    string,
    string,
  ]
  return { bankBin, number, holder }
}

/** `Vietcombank •••6789`: enough to know one's own account again, too little to pay to it. */
function hintOf({ bankBin, number }: RefundAccount): string {
  return `${bankName(bankBin)} •••${number.slice(-4)}`
}

/** Where on the buyer's page the form is. */
const FORM = '#nhan-tien-hoan'

/** Tells the buyer, once a refund, that it waits for an account; in the transaction in which it begins to wait. */
export async function askForAccount(
  sql: Sql,
  group: Pick<LockedGroup, 'id' | 'displayNo'>,
  refund: { id: string; amount: number },
): Promise<void> {
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind: 'refund_account_needed',
    params: { displayNo: group.displayNo, amount: refund.amount },
    dedupeKey: `refund_account_needed:${refund.id}`,
    path: groupPage(group.id, FORM),
  })
}

/**
 * Takes the account of all refunds of a group that a person pays and has not paid yet. Said again it changes nothing; another account
 * takes the place of the first, and the buyer is told each time, so that nobody else with the link does it unnoticed.
 * In: the group the caller has shown to be the buyer's. Throws ApiError 404, 422 `refund_bank_unknown`, and 409 `refund_account_closed`
 * when none of its refunds waits (any more).
 */
export async function giveRefundAccount(
  container: MedusaContainer,
  groupId: string,
  account: RefundAccount,
): Promise<void> {
  if (!BANKS.some(({ bin }) => bin === account.bankBin)) {
    throw new ApiError(422, 'refund_bank_unknown', { field: 'bankBin' })
  }
  await inTransaction(container, async (sql) => {
    const group = await lockGroup(sql, groupId)
    if (!group) throw new ApiError(404, 'not_found')
    const waiting = await sql.query<WaitingRow>(
      `SELECT r.id, r.amount, a.sealed FROM payment_refund r LEFT JOIN refund_account a ON a.refund_id = r.id
       WHERE r.group_id = ? AND ${WAITS} ORDER BY r.id FOR UPDATE OF r`,
      [groupId],
    )
    if (waiting.length === 0) throw new ApiError(409, 'refund_account_closed')
    const at = new Date()
    const changed = waiting.filter(({ id, sealed }) => sealed === null || !isSame(open(id, sealed), account))
    for (const { id } of changed) {
      await sql.query(
        `INSERT INTO refund_account (refund_id, sealed, hint, given_at) VALUES (?, ?::jsonb, ?, ?)
         ON CONFLICT (refund_id) DO UPDATE SET sealed = excluded.sealed, hint = excluded.hint, given_at = excluded.given_at,
           erased_at = NULL, updated_at = now()`,
        [id, JSON.stringify(seal(id, account)), hintOf(account), at],
      )
    }
    if (changed.length === 0) return
    await dispatchIn(sql, {
      to: { groupId },
      kind: 'refund_account_given',
      params: {
        displayNo: group.displayNo,
        amount: changed.reduce((sum, { amount }) => sum + toDong(amount), 0),
        account: hintOf(account),
      },
      dedupeKey: `refund_account_given:${groupId}:${at.toISOString()}`,
      path: groupPage(groupId, FORM),
    })
  })
}

function isSame(one: RefundAccount, other: RefundAccount): boolean {
  return one.bankBin === other.bankBin && one.number === other.number && one.holder === other.holder
}

/**
 * The account of a refund in the clear, with the code to pay it by. Who reads it goes on record first, in the same transaction.
 * Throws ApiError 404 for an unknown refund and one without an account, and 409 `refund_account_closed` for one that was paid.
 */
export async function showRefundAccount(
  container: MedusaContainer,
  refundId: string,
  actor: AuditActor,
): Promise<RefundTransfer> {
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<WaitingRow & { display_no: string; waits: boolean }>(
      `SELECT r.id, r.amount, a.sealed, g.display_no, ${WAITS} AS waits FROM payment_refund r
       JOIN order_group g ON g.id = r.group_id JOIN refund_account a ON a.refund_id = r.id WHERE r.id = ?`,
      [refundId],
    )
    if (!row) throw new ApiError(404, 'not_found')
    if (!row.waits || row.sealed === null) throw new ApiError(409, 'refund_account_closed')
    await recordAuditIn(sql, {
      actor,
      verb: 'refund_account:read',
      subject: { type: 'payment_refund', id: refundId },
      place: { provinceCode: null, communeCode: null },
    })
    const account = open(refundId, row.sealed)
    const amount = toDong(row.amount)
    const purpose = `HOAN ${row.display_no}`
    const payload = vietQr({ bin: account.bankBin, account: account.number, amount, purpose })
    const matrix = qrMatrix(payload)
    return {
      ...account,
      bankName: bankName(account.bankBin),
      amount,
      purpose,
      payload,
      qr: { size: matrix.size + 2 * QUIET, path: symbolPath(matrix) },
    }
  })
}

/** What the buyer's page asks for and shows; null when no refund of the group waits for a person. */
export interface RefundAccountAsked {
  /** Of all refunds that wait, whole đồng. */
  amount: number
  /** The account they go to; null while one of them has none. */
  hint: string | null
  banks: readonly { bin: string; name: string }[]
}

/** Reads what the buyer of a group is asked. The caller has checked who asks. */
export async function refundAccountAsked(
  container: MedusaContainer,
  groupId: string,
): Promise<RefundAccountAsked | null> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ amount: string; hint: string | null }>(
      `SELECT r.amount, CASE WHEN a.sealed IS NOT NULL THEN a.hint END AS hint FROM payment_refund r
       LEFT JOIN refund_account a ON a.refund_id = r.id WHERE r.group_id = ? AND ${WAITS} ORDER BY a.given_at DESC NULLS FIRST`,
      [groupId],
    ),
  )
  if (rows.length === 0) return null
  return {
    amount: rows.reduce((sum, { amount }) => sum + toDong(amount), 0),
    hint: rows[0]?.hint ?? null,
    banks: BANKS,
  }
}
