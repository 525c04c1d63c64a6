import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { symbolPath } from '@sao-lang/traceability/labels/label-svg'
import { qrMatrix } from '@sao-lang/traceability/labels/qr-matrix'
import type { BankAccount } from '../env'
import { ApiError } from '../http/api-error'
import type { GroupState } from '../modules/order-group/states'
import { bankName } from '../money/banks'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type LockedGroup, lockGroup } from '../order-groups/settle-group'
import { amountDue } from '../payments/amount-due'
import { newContentCode } from './content-code'
import { vietQr } from './vietqr'

/** A sum to be paid by bank transfer. Whole đồng. */
export interface CodedTransfer {
  amount: number
  /** What the transfer must say. */
  content: string
  bank: { bin: string; name: string; account: string; accountName: string; sample: boolean }
  /** The text of the VietQR code. */
  payload: string
  /** The code as an SVG path in a square of `size` units, quiet zone included. */
  qr: { size: number; path: string }
}

/** How to pay an order group by bank transfer; moments ISO 8601. */
export interface TransferView extends CodedTransfer {
  displayNo: string
  state: GroupState
  /** The last moment to pay; null when nothing is awaited (any more). */
  expiresAt: string | null
}

/** Units of light around the symbol on each side. */
const QUIET = 4
const MOST_TRIES = 5

/**
 * What a buyer needs to pay a group by transfer. The first time an attempt with a code of its own is made; asked again, the same code
 * is given, however often.
 * Throws ApiError 404 for an unknown group, 409 `payment_method_off` for one paid in another way or without an account of the shop's,
 * 409 `payment_not_awaited` for one that was never offered to be paid and no longer can.
 */
export async function readTransfer(
  container: MedusaContainer,
  account: BankAccount | null,
  groupId: string,
): Promise<TransferView> {
  if (account === null) throw new ApiError(409, 'payment_method_off')
  return await inTransaction(container, async (sql) => {
    const group = await lockGroup(sql, groupId)
    if (!group) throw new ApiError(404, 'not_found')
    if (group.method !== 'bank_transfer') throw new ApiError(409, 'payment_method_off')
    return viewOf(group, await codeOf(sql, group), account)
  })
}

/** The group's lock lets one caller alone make a code. */
async function codeOf(sql: Sql, group: LockedGroup): Promise<string> {
  const [known] = await sql.query<{ reference: string; amount: string; state: string }>(
    `SELECT reference, amount, state FROM payment_attempt WHERE group_id = ? AND method = 'bank_transfer'
     ORDER BY (state = 'open') DESC, created_at DESC, id DESC LIMIT 1`,
    [group.id],
  )
  const awaited = group.state === 'awaiting_payment'
  if (known && (!awaited || (known.state === 'open' && toDong(known.amount) === amountDue(group))))
    return known.reference
  if (!awaited) throw new ApiError(409, 'payment_not_awaited')
  await sql.query(
    `UPDATE payment_attempt SET state = 'superseded', updated_at = now() WHERE group_id = ? AND state = 'open'`,
    [group.id],
  )
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const made = await sql.query<{ reference: string }>(
      `INSERT INTO payment_attempt (id, group_id, method, reference, amount, expires_at, data)
       VALUES (?, ?, 'bank_transfer', ?, ?, ?, '{}'::jsonb) ON CONFLICT DO NOTHING RETURNING reference`,
      [generateEntityId(undefined, 'patt'), group.id, newContentCode(), amountDue(group), group.expiresAt],
    )
    if (made[0]) return made[0].reference
  }
  throw new ApiError(503, 'busy')
}

/**
 * What a buyer at a counter needs to pay a sum (whole đồng) by transfer. Each call has a code of its own, which is kept with the sale only.
 * Throws ApiError 409 `payment_method_off` without an account of the shop's.
 */
export function counterTransfer(account: BankAccount | null, amount: number): CodedTransfer {
  if (account === null) throw new ApiError(409, 'payment_method_off')
  return coded(account, amount, newContentCode())
}

function viewOf(group: LockedGroup, content: string, account: BankAccount): TransferView {
  return {
    ...coded(account, group.state === 'awaiting_payment' ? amountDue(group) : group.total, content),
    displayNo: group.displayNo,
    state: group.state,
    expiresAt: group.expiresAt === null ? null : new Date(group.expiresAt).toISOString(),
  }
}

function coded(account: BankAccount, amount: number, content: string): CodedTransfer {
  const payload = vietQr({ bin: account.bin, account: account.number, amount, purpose: content })
  const matrix = qrMatrix(payload)
  return {
    amount,
    content,
    bank: {
      bin: account.bin,
      name: bankName(account.bin),
      account: account.number,
      accountName: account.name,
      sample: account.sample,
    },
    payload,
    qr: { size: matrix.size + 2 * QUIET, path: symbolPath(matrix) },
  }
}
