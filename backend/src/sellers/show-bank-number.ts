import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { lockApplication } from './application-rows'
import { openBankNumber } from './bank-accounts'

/** An applicant's account number in the clear. Who reads it is put on record before. Throws ApiError 404 once it is forgotten. */
export async function applicantBankNumber(container: MedusaContainer, id: string): Promise<string> {
  const row = await inTransaction(container, (sql) => lockApplication(sql, id))
  const { bank_ciphertext: ciphertext, bank_nonce: nonce, bank_key_id: keyId } = row
  if (ciphertext === null || nonce === null || keyId === null) throw new ApiError(404, 'not_found')
  return openBankNumber(id, { ciphertext, nonce, keyId })
}
