import { generateEntityId } from '@medusajs/framework/utils'
import type { Sql } from '../money/in-transaction'
import type { Payee } from '../settlement/payee'
import { sealBankNumber } from './bank-accounts'

/** Makes an account the payee's current one, in the caller's transaction; without `verifiedBy` payouts wait. Out: its id. */
export async function replaceAccountIn(
  sql: Sql,
  account: {
    payee: Payee
    bankBin: string
    holder: string
    number: string
    givenBy: string | null
    verifiedBy: string | null
    sample: boolean
  },
): Promise<string> {
  const { payee, bankBin, holder, number, givenBy, verifiedBy, sample } = account
  const column = payee.kind === 'producer' ? 'producer_id' : 'centre_id'
  const id = generateEntityId(undefined, 'bacc')
  const sealed = sealBankNumber(payee.id, number)
  await sql.query(
    `UPDATE bank_account SET replaced_at = now(), updated_at = now() WHERE ${column} = ? AND replaced_at IS NULL`,
    [payee.id],
  )
  await sql.query(
    `INSERT INTO bank_account (id, ${column}, bank_bin, holder, ciphertext, nonce, key_id, last_four, state,
       verified_by, verified_at, given_by, sample) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[id, payee.id, bankBin, holder, sealed.ciphertext, sealed.nonce, sealed.keyId, number.slice(-4)],
      ...[verifiedBy === null ? 'unverified' : 'verified', verifiedBy, verifiedBy === null ? null : new Date()],
      ...[givenBy, sample],
    ],
  )
  return id
}
