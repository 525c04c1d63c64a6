import { ApiError } from '../http/api-error'
import type { SellerPaperKind } from '../modules/seller-account/application-fields'
import type { SellerApplicationDTO, SellerPaperDTO } from '../modules/seller-account/service'
import type { Sql } from '../money/in-transaction'
import type { ApplicationFacts } from './application-problems'

/** Why one part of an application was sent back. */
export interface FieldReason {
  field: string
  reason: string
}

export interface ApplicationRow extends Omit<SellerApplicationDTO, 'reasons'> {
  reasons: FieldReason[]
}

/** An application, locked until the transaction ends. Throws ApiError 404. */
export async function lockApplication(sql: Sql, id: string): Promise<ApplicationRow> {
  const [row] = await sql.query<ApplicationRow>(
    'SELECT * FROM seller_application WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  return row
}

/** Papers of an application, oldest first. */
export async function papersOf(sql: Sql, applicationId: string): Promise<SellerPaperDTO[]> {
  return await sql.query<SellerPaperDTO>(
    'SELECT * FROM seller_paper WHERE application_id = ? AND deleted_at IS NULL ORDER BY created_at, id',
    [applicationId],
  )
}

/** What the checks read of a row and its papers. */
export function factsOf(row: ApplicationRow, papers: readonly { kind: SellerPaperKind }[]): ApplicationFacts {
  return {
    legalForm: row.legal_form,
    name: row.name,
    taxCode: row.tax_code,
    registrationNumber: row.registration_number,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    street: row.street,
    representative: row.representative,
    phone: row.phone,
    email: row.email,
    goods: row.goods,
    bankBin: row.bank_bin,
    bankHolder: row.bank_holder,
    hasBankNumber: row.bank_ciphertext !== null,
    termsAgreed: row.terms_agreed_at !== null,
    privacyAgreed: row.privacy_agreed_at !== null,
    papers: papers.map(({ kind }) => kind),
  }
}
