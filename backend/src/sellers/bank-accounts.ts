import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction, type Sql } from '../money/in-transaction'
import { personalKeys } from '../personal-data/personal-keys'
import type { PersonalKeys, Sealed } from '../personal-data/sealed-field'

/** Where a producer is paid, in the clear: for a payout's bank file, never for a log or a list. */
export interface PayableAccount {
  id: string
  /** NAPAS BIN, 6 digits. */
  bankBin: string
  holder: string
  number: string
}

interface AccountRow {
  id: string
  bank_bin: string
  holder: string
  ciphertext: string
  nonce: string
  key_id: string
}

/** Whom a sealed number belongs to: a producer, or an application that has no producer yet. */
const placeOf = (ownerId: string) => ({ producerId: ownerId, subject: 'bank_account', field: 'number' })

/** Seals an account number for the store. In: the producer's id, or the application's before there is one. */
export function sealBankNumber(ownerId: string, number: string): Sealed {
  return personalKeys().seal(number, placeOf(ownerId))
}

/** Opens an account number. Throws SealError. `keys` are those of this process unless others are given. */
export function openBankNumber(ownerId: string, sealed: Sealed, keys: PersonalKeys = personalKeys()): string {
  return keys.open(sealed, placeOf(ownerId))
}

/**
 * The account a producer may be paid to, within the caller's transaction; null while its current one is not verified: a change
 * puts payouts on hold until an operator has compared it with the holder's papers.
 */
export async function verifiedBankAccountIn(sql: Sql, producerId: string): Promise<PayableAccount | null> {
  const [row] = await sql.query<AccountRow>(
    `SELECT id, bank_bin, holder, ciphertext, nonce, key_id FROM bank_account
     WHERE producer_id = ? AND state = 'verified' AND replaced_at IS NULL AND deleted_at IS NULL`,
    [producerId],
  )
  if (!row) return null
  const { id, bank_bin: bankBin, holder, ciphertext, nonce, key_id: keyId } = row
  return { id, bankBin, holder, number: openBankNumber(producerId, { ciphertext, nonce, keyId }) }
}

/** `verifiedBankAccountIn` for a caller without a transaction. */
export async function verifiedBankAccount(
  container: MedusaContainer,
  producerId: string,
): Promise<PayableAccount | null> {
  return await inTransaction(container, (sql) => verifiedBankAccountIn(sql, producerId))
}

/** Why a producer is not paid out now; null when it may be. */
export async function payoutHold(sql: Sql, producerId: string): Promise<'suspended' | 'account_unverified' | null> {
  const [row] = await sql.query<{ suspended: boolean; verified: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM seller_suspension s
                    WHERE s.producer_id = ? AND s.lifted_at IS NULL AND s.deleted_at IS NULL) AS suspended,
            EXISTS (SELECT 1 FROM bank_account b WHERE b.producer_id = ? AND b.state = 'verified'
                    AND b.replaced_at IS NULL AND b.deleted_at IS NULL) AS verified`,
    [producerId, producerId],
  )
  if (row?.suspended) return 'suspended'
  return row?.verified ? null : 'account_unverified'
}
