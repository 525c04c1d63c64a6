import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction, type Sql } from '../money/in-transaction'
import { personalKeys } from '../personal-data/personal-keys'
import type { PersonalKeys, Sealed } from '../personal-data/sealed-field'
import type { Payee } from '../settlement/payee'

/** Where a producer or a centre is paid, in the clear: for a payout's bank file, never for a log or a list. */
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

/** Whom a sealed number belongs to: a producer, a centre, or an application that has no producer yet. */
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
  return row ? opened(producerId, row) : null
}

/** `verifiedBankAccountIn` for a caller without a transaction. */
export async function verifiedBankAccount(
  container: MedusaContainer,
  producerId: string,
): Promise<PayableAccount | null> {
  return await inTransaction(container, (sql) => verifiedBankAccountIn(sql, producerId))
}

/** As `verifiedBankAccountIn`, of a centre. */
async function verifiedCentreAccountIn(sql: Sql, centreId: string): Promise<PayableAccount | null> {
  const [row] = await sql.query<AccountRow>(
    `SELECT id, bank_bin, holder, ciphertext, nonce, key_id FROM bank_account
     WHERE centre_id = ? AND state = 'verified' AND replaced_at IS NULL AND deleted_at IS NULL`,
    [centreId],
  )
  return row ? opened(centreId, row) : null
}

function opened(ownerId: string, row: AccountRow): PayableAccount {
  const { id, bank_bin: bankBin, holder, ciphertext, nonce, key_id: keyId } = row
  return { id, bankBin, holder, number: openBankNumber(ownerId, { ciphertext, nonce, keyId }) }
}

/** The account a payee may be paid to, in the caller's transaction; null while its current one is not verified. */
export async function payeeAccountIn(sql: Sql, { kind, id }: Payee): Promise<PayableAccount | null> {
  return kind === 'producer' ? await verifiedBankAccountIn(sql, id) : await verifiedCentreAccountIn(sql, id)
}

/** Why a payee is not paid out now; null when it may be. */
export async function payeeHold(sql: Sql, { kind, id }: Payee): Promise<'suspended' | 'account_unverified' | null> {
  if (kind === 'producer') return await payoutHold(sql, id)
  const [row] = await sql.query<{ suspended: boolean; verified: boolean }>(
    `SELECT NOT EXISTS (SELECT 1 FROM promotion_centre c WHERE c.id = ? AND c.status = 'active' AND c.deleted_at IS NULL) AS suspended,
            EXISTS (SELECT 1 FROM bank_account b WHERE b.centre_id = ? AND b.state = 'verified'
                    AND b.replaced_at IS NULL AND b.deleted_at IS NULL) AS verified`,
    [id, id],
  )
  if (row?.suspended) return 'suspended'
  return row?.verified ? null : 'account_unverified'
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
