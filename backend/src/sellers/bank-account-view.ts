import type { MedusaContainer } from '@medusajs/framework/types'
import type { Tenant } from '../http/tenant'
import { bankName } from '../money/banks'
import { inTransaction } from '../money/in-transaction'
import { payoutHold } from './bank-accounts'
import type { BankAccountBody } from './bodies'
import { requirePassword } from './members'
import { replaceAccountIn } from './replace-account'

/** Where a producer is paid, as its own people and the operator see it. */
export interface BankAccountView {
  id: string
  bankBin: string
  bankName: string
  holder: string
  lastFour: string
  state: 'unverified' | 'verified'
  /** Why nothing is paid out now; null when it may be. */
  hold: 'suspended' | 'account_unverified' | null
}

/** Null when none was ever given. */
export async function accountView(container: MedusaContainer, producerId: string): Promise<BankAccountView | null> {
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{
      id: string
      bank_bin: string
      holder: string
      last_four: string
      state: BankAccountView['state']
    }>(
      `SELECT id, bank_bin, holder, last_four, state FROM bank_account
       WHERE producer_id = ? AND replaced_at IS NULL AND deleted_at IS NULL`,
      [producerId],
    )
    if (!row) return null
    const { id, bank_bin: bankBin, holder, last_four: lastFour, state } = row
    const hold = await payoutHold(sql, producerId)
    return { id, bankBin, bankName: bankName(bankBin), holder, lastFour, state, hold }
  })
}

/** Makes another account the current one, unverified. Throws ApiError 422 `password_wrong`. */
export async function changeAccount(container: MedusaContainer, tenant: Tenant, body: BankAccountBody): Promise<void> {
  await requirePassword(container, tenant, body.password)
  const { producerId, memberId, sample } = tenant
  const { bankBin, holder, number } = body
  await inTransaction(container, (sql) =>
    replaceAccountIn(sql, {
      payee: { kind: 'producer', id: producerId },
      bankBin,
      holder,
      number,
      givenBy: memberId,
      verifiedBy: null,
      sample,
    }),
  )
}
