import { randomBytes, randomUUID } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId, Modules } from '@medusajs/framework/utils'
import type { CheckedFile } from '../evidence/checked-file'
import { ApiError } from '../http/api-error'
import type { SellerPaperKind } from '../modules/seller-account/application-fields'
import { inTransaction, type Sql } from '../money/in-transaction'
import { foldText } from '../text/fold-text'
import { applicationProblems } from './application-problems'
import { type ApplicationRow, factsOf, lockApplication, papersOf } from './application-rows'
import { sealBankNumber } from './bank-accounts'
import type { ApplicationBody } from './bodies'
import { readPhone } from './phone-number'
import { readTaxCode } from './tax-code'

const MOST_PAPERS = 20
/** Without the letters and digits that are taken for each other when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Column by member of the body, for what is kept as it is typed. */
const COLUMNS = {
  legalForm: 'legal_form',
  name: 'name',
  taxCode: 'tax_code',
  registrationNumber: 'registration_number',
  provinceCode: 'province_code',
  communeCode: 'commune_code',
  street: 'street',
  representative: 'representative',
  phone: 'phone',
  email: 'email',
  goods: 'goods',
  bankBin: 'bank_bin',
  bankHolder: 'bank_holder',
} as const

/** Begins an application. In: the business's name. Out: its id. */
export async function beginApplication(container: MedusaContainer, name: string, sample = false): Promise<string> {
  const id = generateEntityId(undefined, 'sapp')
  await inTransaction(container, (sql) =>
    sql.query(
      `INSERT INTO seller_application (id, number, name, name_folded, sample) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
      [id, `BH-${randomWord(4)}-${randomWord(4)}`, name, foldText(name), sample],
    ),
  )
  return id
}

function randomWord(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/**
 * Keeps what is typed, right or not: an application is saved as it is written. The account number is sealed at once.
 * Throws ApiError 404, 409 `application_state` once it is handed in, 400 `commune_not_in_province`.
 */
export async function saveApplication(container: MedusaContainer, id: string, body: ApplicationBody): Promise<void> {
  await inTransaction(container, async (sql) => {
    const row = await editable(sql, id)
    const set: [string, unknown][] = Object.entries(COLUMNS).flatMap(([member, column]) => {
      const value = body[member as keyof typeof COLUMNS]
      return value === undefined ? [] : [[column, value] as [string, unknown]]
    })
    if (body.name !== undefined) set.push(['name_folded', foldText(body.name)])
    if (body.bankNumber) {
      const { ciphertext, nonce, keyId } = sealBankNumber(id, body.bankNumber)
      set.push(['bank_ciphertext', ciphertext], ['bank_nonce', nonce], ['bank_key_id', keyId])
      set.push(['bank_last_four', body.bankNumber.slice(-4)])
    }
    for (const [member, column] of [
      ['terms', 'terms_agreed_at'],
      ['privacy', 'privacy_agreed_at'],
    ] as const) {
      const agreed = body[member]
      if (agreed !== undefined) set.push([column, agreed ? (row[column] ?? new Date()) : null])
    }
    await requireCommune(sql, body.provinceCode ?? row.province_code, body.communeCode ?? row.commune_code)
    if (set.length === 0) return
    await sql.query(
      `UPDATE seller_application SET ${set.map(([column]) => `${column} = ?`).join(', ')}, updated_at = now() WHERE id = ?`,
      [...set.map(([, value]) => value), id],
    )
  })
}

async function requireCommune(sql: Sql, provinceCode: string, communeCode: string): Promise<void> {
  if (provinceCode !== '') {
    const [province] = await sql.query('SELECT 1 FROM province WHERE code = ? AND deleted_at IS NULL', [provinceCode])
    if (!province) throw new ApiError(400, 'province_unknown', { field: 'provinceCode' })
  }
  if (communeCode === '') return
  const [commune] = await sql.query(
    'SELECT 1 FROM commune WHERE code = ? AND province_code = ? AND deleted_at IS NULL',
    [communeCode, provinceCode],
  )
  if (!commune) throw new ApiError(400, 'commune_not_in_province', { field: 'communeCode' })
}

/**
 * Adds a photo or PDF; the same bytes again are the same paper. Out: its id.
 * Throws ApiError 404, 409 `application_state`, 422 `application_papers` beyond 20.
 */
export async function addSellerPaper(
  container: MedusaContainer,
  applicationId: string,
  { kind, title, file }: { kind: SellerPaperKind; title: string; file: CheckedFile },
): Promise<string> {
  const files = container.resolve(Modules.FILE)
  await inTransaction(container, (sql) => editable(sql, applicationId))
  const stored = await files.createFiles({
    filename: `private-ban-hang-${randomUUID()}.${file.extension}`,
    mimeType: file.mediaType,
    content: file.bytes.toString('base64'),
    access: 'private',
  })
  try {
    const { id, isNew } = await inTransaction(container, async (sql) => {
      await editable(sql, applicationId)
      const papers = await papersOf(sql, applicationId)
      const same = papers.find((paper) => paper.sha256 === file.sha256 && paper.kind === kind)
      if (same) return { id: same.id, isNew: false }
      if (papers.length >= MOST_PAPERS) throw new ApiError(422, 'application_papers', { field: 'file' })
      const paperId = generateEntityId(undefined, 'spap')
      await sql.query(
        `INSERT INTO seller_paper (id, application_id, kind, title, file, media_type, sha256, bytes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [paperId, applicationId, kind, title, stored.id, file.mediaType, file.sha256, file.bytes.length],
      )
      return { id: paperId, isNew: true }
    })
    if (!isNew) await files.deleteFiles(stored.id)
    return id
  } catch (error) {
    await files.deleteFiles(stored.id)
    throw error
  }
}

/** Removes a paper and its file. Throws ApiError 404, 409 `application_state`. */
export async function removeSellerPaper(
  container: MedusaContainer,
  applicationId: string,
  paperId: string,
): Promise<void> {
  const file = await inTransaction(container, async (sql) => {
    await editable(sql, applicationId)
    const [gone] = await sql.query<{ file: string }>(
      'DELETE FROM seller_paper WHERE id = ? AND application_id = ? RETURNING file',
      [paperId, applicationId],
    )
    if (!gone) throw new ApiError(404, 'not_found')
    return gone.file
  })
  await container.resolve(Modules.FILE).deleteFiles(file)
}

/**
 * Hands an application in. Throws ApiError 404, 409 `application_state`, 422 `application_incomplete` with
 * `details.problems`, everything at once.
 */
export async function submitApplication(container: MedusaContainer, id: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const row = await editable(sql, id)
    const problems = applicationProblems(factsOf(row, await papersOf(sql, id)))
    if (problems.length > 0) {
      throw new ApiError(422, 'application_incomplete', {
        ...(problems[0] ? { field: problems[0].field } : {}),
        extra: { problems },
      })
    }
    await sql.query(
      `UPDATE seller_application
       SET state = 'submitted', submitted_at = now(), reasons = '[]', tax_code = ?, phone = ?, updated_at = now()
       WHERE id = ?`,
      [readTaxCode(row.tax_code), readPhone(row.phone), id],
    )
  })
}

async function editable(sql: Sql, id: string): Promise<ApplicationRow> {
  const row = await lockApplication(sql, id)
  if (row.state !== 'draft' && row.state !== 'sent_back') throw new ApiError(409, 'application_state')
  return row
}
