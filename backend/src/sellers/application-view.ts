import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import type { ApplicationField, SellerPaperKind } from '../modules/seller-account/application-fields'
import { BANKS, bankName } from '../money/banks'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type ApplicationProblem, applicationProblems } from './application-problems'
import { type ApplicationRow, factsOf, lockApplication, papersOf } from './application-rows'
import { signSellerLink } from './seller-link'

/** An application as its writer sees it: never the account number, which is theirs to type again. */
export interface ApplicationView {
  id: string
  number: string
  state: ApplicationRow['state']
  fields: Record<Exclude<ApplicationField, 'bankNumber'>, string>
  bankLastFour: string | null
  termsAgreed: boolean
  privacyAgreed: boolean
  papers: { id: string; kind: SellerPaperKind; title: string; mediaType: string; bytes: number }[]
  problems: ApplicationProblem[]
  reasons: { field: string; reason: string }[]
  refuseReason: string | null
  /** UTC, ISO 8601. */
  submittedAt: string | null
  decidedAt: string | null
  /** How the owner gets in, once it is approved and until it is used. */
  invitation: { id: string; token: string } | null
  banks: typeof BANKS
}

/** Throws ApiError 404. Who may see it is asked before. */
export async function applicationView(container: MedusaContainer, id: string): Promise<ApplicationView> {
  return await inTransaction(container, async (sql) => {
    const row = await lockApplication(sql, id)
    const papers = await papersOf(sql, id)
    const { hasBankNumber: _, termsAgreed, privacyAgreed, papers: __, ...fields } = factsOf(row, papers)
    return {
      ...{ id, number: row.number, state: row.state, fields, bankLastFour: row.bank_last_four },
      ...{ termsAgreed, privacyAgreed },
      papers: papers.map(({ id: paper, kind, title, media_type: mediaType, bytes }) => ({
        ...{ id: paper, kind, title, mediaType, bytes },
      })),
      problems: applicationProblems(factsOf(row, papers)),
      reasons: row.reasons,
      refuseReason: row.refuse_reason,
      submittedAt: moment(row.submitted_at),
      decidedAt: moment(row.decided_at),
      invitation: await openInvitation(sql, row.invitation_id),
      banks: BANKS,
    }
  })
}

async function openInvitation(sql: Sql, id: string | null): Promise<ApplicationView['invitation']> {
  if (id === null) return null
  const [open] = await sql.query(
    `SELECT 1 FROM member_invitation WHERE id = ? AND state = 'open' AND expires_at > now()`,
    [id],
  )
  if (!open) return null
  return { id, token: signSellerLink({ purpose: 'invitation', id }, environment().ORDER_LINK_SECRET, new Date()) }
}

/** A line of the operator's queue. */
export interface ApplicationEntry {
  id: string
  number: string
  state: ApplicationRow['state']
  name: string
  legalForm: string
  place: string
  submittedAt: string | null
  sample: boolean
}

/** Somebody the applicant may be already. */
export interface PossibleDuplicate {
  kind: 'producer' | 'application'
  id: string
  name: string
  /** What is the same. */
  same: ('tax_code' | 'name' | 'phone')[]
}

/** An application as the operator judges it, with the account number in the clear to compare with the papers. */
export interface ApplicationCase extends ApplicationEntry {
  fields: ApplicationView['fields']
  communeName: string
  bankName: string
  bankLastFour: string | null
  papers: ApplicationView['papers']
  reasons: ApplicationView['reasons']
  refuseReason: string | null
  decidedAt: string | null
  producerId: string | null
  duplicates: PossibleDuplicate[]
}

const ENTRY = `a.id, a.number, a.state, a.name, a.legal_form, a.submitted_at, a.sample,
  concat_ws(', ', c.type || ' ' || c.name, p.name) AS place`
const PLACES = `LEFT JOIN commune c ON c.code = a.commune_code AND c.deleted_at IS NULL
  LEFT JOIN province p ON p.code = a.province_code AND p.deleted_at IS NULL`

interface EntryRow {
  id: string
  number: string
  state: ApplicationRow['state']
  name: string
  legal_form: string
  submitted_at: Date | string | null
  sample: boolean
  place: string
}

/** The operator's queue: who waits longest first, all else newest first; drafts are their writer's alone. */
export async function listApplications(
  container: MedusaContainer,
  { state, limit, offset }: { state: ApplicationRow['state'] | 'all'; limit: number; offset: number },
): Promise<{ applications: ApplicationEntry[]; count: number }> {
  const states =
    state === 'all' ? ['submitted', 'sent_back', 'approved', 'refused'] : [state].filter((one) => one !== 'draft')
  return await inTransaction(container, async (sql) => {
    const among = `a.state = ANY(?::text[]) AND a.deleted_at IS NULL`
    const rows = await sql.query<EntryRow>(
      `SELECT ${ENTRY} FROM seller_application a ${PLACES} WHERE ${among}
       ORDER BY a.submitted_at ${state === 'submitted' ? 'ASC' : 'DESC'}, a.id LIMIT ? OFFSET ?`,
      [states, limit, offset],
    )
    const [counted] = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM seller_application a WHERE ${among}`,
      [states],
    )
    return { applications: rows.map(toEntry), count: counted?.count ?? 0 }
  })
}

/** Throws ApiError 404, also for a draft. */
export async function applicationCase(container: MedusaContainer, id: string): Promise<ApplicationCase> {
  const view = await applicationView(container, id)
  if (view.state === 'draft') throw new ApiError(404, 'not_found')
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<EntryRow & { commune: string; producer_id: string | null }>(
      `SELECT ${ENTRY}, c.type || ' ' || c.name AS commune, a.producer_id FROM seller_application a ${PLACES} WHERE a.id = ?`,
      [id],
    )
    if (!row) throw new Error(`application ${id} went away`)
    const { fields, bankLastFour, papers, reasons, refuseReason, decidedAt } = view
    return {
      ...toEntry(row),
      ...{ fields, bankLastFour, papers, reasons, refuseReason, decidedAt },
      communeName: row.commune ?? '',
      bankName: bankName(fields.bankBin),
      producerId: row.producer_id,
      duplicates: await duplicatesOf(sql, await lockApplication(sql, id)),
    }
  })
}

async function duplicatesOf(sql: Sql, row: ApplicationRow): Promise<PossibleDuplicate[]> {
  const found = await sql.query<{
    kind: PossibleDuplicate['kind']
    id: string
    name: string
    tax_code: boolean
    same_name: boolean
    phone: boolean
  }>(
    `SELECT * FROM (
       SELECT 'producer' AS kind, id, name, tax_code = ? AS tax_code, name_folded = ? AS same_name, phone = ? AS phone
       FROM producer WHERE deleted_at IS NULL AND id IS DISTINCT FROM ?
         AND (tax_code = ? OR name_folded = ? OR phone = ?)
       UNION ALL
       SELECT 'application', id, name, tax_code = ?, name_folded = ?, phone = ?
       FROM seller_application WHERE deleted_at IS NULL AND id <> ? AND state NOT IN ('draft', 'approved')
         AND (tax_code = ? OR name_folded = ? OR (phone <> '' AND phone = ?))
     ) AS d ORDER BY kind DESC, name LIMIT 20`,
    [
      ...[row.tax_code, row.name_folded, row.phone, row.producer_id, row.tax_code, row.name_folded, row.phone],
      ...[row.tax_code, row.name_folded, row.phone, row.id, row.tax_code, row.name_folded, row.phone],
    ],
  )
  return found.map(({ kind, id, name, tax_code, same_name, phone }) => ({
    ...{ kind, id, name },
    same: [
      ...(tax_code ? (['tax_code'] as const) : []),
      ...(same_name ? (['name'] as const) : []),
      ...(phone ? (['phone'] as const) : []),
    ],
  }))
}

function toEntry(row: EntryRow): ApplicationEntry {
  const { id, number, state, name, legal_form: legalForm, place, sample } = row
  return { id, number, state, name, legalForm, place, submittedAt: moment(row.submitted_at), sample }
}

function moment(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
