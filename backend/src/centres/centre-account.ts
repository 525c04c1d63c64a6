import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { BANKS, bankName } from '../money/banks'
import { inTransaction } from '../money/in-transaction'
import type { BankAccountBody } from '../sellers/bodies'
import { replaceAccountIn } from '../sellers/replace-account'
import { LOGIN_PROVIDER } from '../workflows/producer/steps/register-login'
import type { AtCentre } from './at-centre'

/** Where a centre is paid, its number masked. */
export interface CentreAccountView {
  bankName: string
  holder: string
  lastFour: string
  state: 'unverified' | 'verified'
}

/** Null when none was ever given. */
export async function centreAccount(container: MedusaContainer, centreId: string): Promise<CentreAccountView | null> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<{ bank_bin: string; holder: string; last_four: string; state: CentreAccountView['state'] }>(
      `SELECT bank_bin, holder, last_four, state FROM bank_account
       WHERE centre_id = ? AND replaced_at IS NULL AND deleted_at IS NULL`,
      [centreId],
    ),
  )
  if (!row) return null
  return { bankName: bankName(row.bank_bin), holder: row.holder, lastFour: row.last_four, state: row.state }
}

/**
 * Makes another account the centre's current one, unverified: payouts wait until the operator has compared it with papers. Only with the
 * manager's own password, and on record. Throws ApiError 422 `bank_unknown`, 422 `password_wrong`.
 */
export async function changeCentreAccount(
  container: MedusaContainer,
  { centreId, official, note }: AtCentre,
  { bankBin, holder, number, password }: BankAccountBody,
): Promise<void> {
  if (!BANKS.some(({ bin }) => bin === bankBin)) throw new ApiError(422, 'bank_unknown', { field: 'bankBin' })
  const [row] = await inTransaction(container, (sql) =>
    sql.query<{ email: string }>('SELECT email FROM official WHERE id = ?', [official.officialId]),
  )
  const body = { email: row?.email ?? '', password }
  const { success } = await container.resolve(Modules.AUTH).authenticate(LOGIN_PROVIDER, { body })
  if (!success) throw new ApiError(422, 'password_wrong', { field: 'password' })
  const id = await inTransaction(container, async (sql) => {
    await sql.query('SELECT id FROM promotion_centre WHERE id = ? FOR UPDATE', [centreId])
    return await replaceAccountIn(sql, {
      ...{ payee: { kind: 'centre' as const, id: centreId }, bankBin, holder, number },
      ...{ givenBy: official.officialId, verifiedBy: null, sample: official.sample },
    })
  })
  await note('centre:bank_account', { type: 'bank_account', id })
}
