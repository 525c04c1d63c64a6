import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { foldText } from '../text/fold-text'
import { type ApplicationRow, type FieldReason, lockApplication } from './application-rows'
import { openBankNumber } from './bank-accounts'
import { inviteIn, readContact } from './invitations'
import { replaceAccountIn } from './replace-account'

export interface Approval {
  id: string
  /** An existing producer that the applicant turned out to be; null makes a new one. */
  producerId: string | null
  bankVerified: boolean
  /** The operator's user. */
  userId: string
}

/**
 * Takes an applicant in: the producer (new, or the one named), its bank account and the owner's invitation come to be together.
 * Out: ids. Throws ApiError 404 for no such application or producer, 409 `application_state` when it does not wait for a decision.
 */
export async function approveApplication(
  container: MedusaContainer,
  { id, producerId, bankVerified, userId }: Approval,
): Promise<{ producerId: string; invitationId: string }> {
  return await inTransaction(container, async (sql) => {
    const row = await waiting(sql, id)
    const seller = producerId === null ? await addProducer(sql, row) : await connectProducer(sql, row, producerId)
    await keepAccount(sql, row, seller, bankVerified ? userId : null)
    const contact = readContact(row.email === '' ? row.phone : row.email)
    const invitationId = await inviteIn(sql, {
      ...{ producerId: seller, name: row.representative, role: 'owner', contact, invitedBy: userId },
      sample: row.sample,
    })
    await sql.query(
      `UPDATE seller_application SET state = 'approved', decided_at = now(), decided_by = ?, producer_id = ?,
         invitation_id = ?, bank_ciphertext = NULL, bank_nonce = NULL, bank_key_id = NULL, updated_at = now() WHERE id = ?`,
      [userId, seller, invitationId, id],
    )
    return { producerId: seller, invitationId }
  })
}

/** Sends an application back with a reason for each part. Throws ApiError 404, 409 `application_state`. */
export async function sendBackApplication(
  container: MedusaContainer,
  { id, reasons, userId }: { id: string; reasons: readonly FieldReason[]; userId: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await waiting(sql, id)
    await sql.query(
      `UPDATE seller_application SET state = 'sent_back', reasons = ?::jsonb, decided_at = now(), decided_by = ?,
         updated_at = now() WHERE id = ?`,
      [JSON.stringify(reasons), userId, id],
    )
  })
}

/** Refuses an application for good; the account number is forgotten. Throws ApiError 404, 409 `application_state`. */
export async function refuseApplication(
  container: MedusaContainer,
  { id, reason, userId }: { id: string; reason: string; userId: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await waiting(sql, id)
    await sql.query(
      `UPDATE seller_application SET state = 'refused', refuse_reason = ?, decided_at = now(), decided_by = ?,
         bank_ciphertext = NULL, bank_nonce = NULL, bank_key_id = NULL, updated_at = now() WHERE id = ?`,
      [reason, userId, id],
    )
  })
}

async function waiting(sql: Sql, id: string): Promise<ApplicationRow> {
  const row = await lockApplication(sql, id)
  if (row.state !== 'submitted') throw new ApiError(409, 'application_state')
  return row
}

async function addProducer(sql: Sql, row: ApplicationRow): Promise<string> {
  const id = generateEntityId(undefined, 'producer')
  await sql.query(
    `INSERT INTO producer (id, handle, name, name_folded, legal_form, status, province_code, commune_code, address, phone,
       tax_code, registration_number, sample)
     VALUES (?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?::text[])`,
    [
      ...[id, await freeHandle(sql, row.name), row.name, foldText(row.name), row.legal_form],
      ...[row.province_code, row.commune_code, row.street, row.phone],
      ...[row.tax_code, row.registration_number || null, row.sample ? '{profile}' : '{}'],
    ],
  )
  return id
}

async function connectProducer(sql: Sql, row: ApplicationRow, id: string): Promise<string> {
  const [known] = await sql.query(
    `UPDATE producer SET tax_code = ?, registration_number = coalesce(?, registration_number),
       commune_code = coalesce(commune_code, ?), phone = coalesce(phone, ?), updated_at = now()
     WHERE id = ? AND deleted_at IS NULL RETURNING id`,
    [row.tax_code, row.registration_number || null, row.commune_code, row.phone, id],
  )
  if (!known) throw new ApiError(404, 'not_found', { field: 'producerId' })
  return id
}

/** Sealed anew under the producer: a sealed number opens for the one it belongs to alone. */
async function keepAccount(
  sql: Sql,
  row: ApplicationRow,
  producerId: string,
  verifiedBy: string | null,
): Promise<void> {
  const { bank_ciphertext: ciphertext, bank_nonce: nonce, bank_key_id: keyId } = row
  if (ciphertext === null || nonce === null || keyId === null) throw new ApiError(409, 'application_state')
  const number = openBankNumber(row.id, { ciphertext, nonce, keyId })
  await replaceAccountIn(sql, {
    ...{ payee: { kind: 'producer' as const, id: producerId }, bankBin: row.bank_bin, holder: row.bank_holder, number },
    ...{ givenBy: null, verifiedBy, sample: row.sample },
  })
}

/** An address for the producer's page: its name without diacritics, with a number behind it when somebody has that. */
async function freeHandle(sql: Sql, name: string): Promise<string> {
  const base =
    foldText(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'chu-the'
  const taken = await sql.query<{ handle: string }>(
    'SELECT handle FROM producer WHERE (handle = ? OR handle LIKE ?) AND deleted_at IS NULL',
    [base, `${base}-%`],
  )
  const known = new Set(taken.map(({ handle }) => handle))
  if (!known.has(base)) return base
  let number = 2
  while (known.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
