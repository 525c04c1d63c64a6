import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { bankName } from '../money/banks'
import { inTransaction } from '../money/in-transaction'
import { foldText, likePattern } from '../text/fold-text'
import { openBankNumber } from './bank-accounts'

/** A seller in the operator's list. */
export interface SellerEntry {
  id: string
  name: string
  status: 'open' | 'suspended'
  taxCode: string | null
  suspension: { reason: string; untilDay: string | null } | null
  account: { id: string; bankName: string; holder: string; lastFour: string; state: 'unverified' | 'verified' } | null
}

interface SellerRow {
  id: string
  name: string
  status: SellerEntry['status']
  tax_code: string | null
  reason: string | null
  until_day: string | null
  account_id: string | null
  bank_bin: string
  holder: string
  last_four: string
  account_state: 'unverified' | 'verified'
}

const WHICH = {
  all: 'true',
  suspended: "p.status = 'suspended'",
  unverified: "b.state = 'unverified'",
} as const
export type SellerFilter = keyof typeof WHICH

/** Producers with their standing as sellers, by name; `q` finds words of the name. */
export async function listSellers(
  container: MedusaContainer,
  { q, state, limit, offset }: { q: string; state: SellerFilter; limit: number; offset: number },
): Promise<{ sellers: SellerEntry[]; count: number }> {
  const from = `FROM producer p
    LEFT JOIN seller_suspension s ON s.producer_id = p.id AND s.lifted_at IS NULL AND s.deleted_at IS NULL
    LEFT JOIN bank_account b ON b.producer_id = p.id AND b.replaced_at IS NULL AND b.deleted_at IS NULL
    WHERE p.deleted_at IS NULL AND p.name_folded LIKE ? AND ${WHICH[state]}`
  const pattern = likePattern(foldText(q))
  return await inTransaction(container, async (sql) => {
    const rows = await sql.query<SellerRow>(
      `SELECT p.id, p.name, p.status, p.tax_code, s.reason, s.until_day, b.id AS account_id, b.bank_bin, b.holder, b.last_four,
         b.state AS account_state ${from} ORDER BY p.name_folded, p.id LIMIT ? OFFSET ?`,
      [pattern, limit, offset],
    )
    const [counted] = await sql.query<{ count: number }>(`SELECT count(*)::int AS count ${from}`, [pattern])
    return { sellers: rows.map(toEntry), count: counted?.count ?? 0 }
  })
}

function toEntry(row: SellerRow): SellerEntry {
  const { id, name, status, tax_code: taxCode, account_id: accountId } = row
  return {
    ...{ id, name, status, taxCode },
    suspension: row.reason === null ? null : { reason: row.reason, untilDay: row.until_day },
    account:
      accountId === null
        ? null
        : {
            id: accountId,
            bankName: bankName(row.bank_bin),
            holder: row.holder,
            lastFour: row.last_four,
            state: row.account_state,
          },
  }
}

/** Lets payouts go to an account that was compared with papers. Throws ApiError 409 `bank_state` unless it is current and unverified. */
export async function verifyAccount(container: MedusaContainer, id: string, userId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const done = await sql.query(
      `UPDATE bank_account SET state = 'verified', verified_by = ?, verified_at = now(), updated_at = now()
       WHERE id = ? AND state = 'unverified' AND replaced_at IS NULL AND deleted_at IS NULL RETURNING id`,
      [userId, id],
    )
    if (done.length === 0) throw new ApiError(409, 'bank_state')
  })
}

/** A current account's number in the clear, and whose it is. Who reads it is put on record before it is shown. Throws ApiError 404. */
export async function accountNumber(
  container: MedusaContainer,
  id: string,
): Promise<{ number: string; provinceCode: string; communeCode: string | null }> {
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{
      owner_id: string
      ciphertext: string
      nonce: string
      key_id: string
      province_code: string
      commune_code: string | null
    }>(
      `SELECT coalesce(b.producer_id, b.centre_id) AS owner_id, b.ciphertext, b.nonce, b.key_id,
         coalesce(p.province_code, c.province_code) AS province_code, p.commune_code
       FROM bank_account b LEFT JOIN producer p ON p.id = b.producer_id LEFT JOIN promotion_centre c ON c.id = b.centre_id
       WHERE b.id = ? AND b.replaced_at IS NULL AND b.deleted_at IS NULL`,
      [id],
    )
    if (!row) throw new ApiError(404, 'not_found')
    const {
      owner_id: ownerId,
      ciphertext,
      nonce,
      key_id: keyId,
      province_code: provinceCode,
      commune_code: communeCode,
    } = row
    return { number: openBankNumber(ownerId, { ciphertext, nonce, keyId }), provinceCode, communeCode }
  })
}
