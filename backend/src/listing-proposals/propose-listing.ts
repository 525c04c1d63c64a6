import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import type { ProposalState } from '../modules/listing/proposal-states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { draftGaps, handleOf, type ListingDraft } from './listing-draft'

type Writer = Pick<Tenant, 'memberId' | 'producerId' | 'sample'>

/** So many drafts and waiting proposals a producer may have at a time. */
const MOST_OPEN = 100

interface Locked {
  id: string
  producer_id: string
  state: ProposalState
  content: ListingDraft
  version: number
}

/** Begins a new listing. Out: its id. Throws ApiError 409 `proposals_too_many`. */
export async function startProposal(container: MedusaContainer, by: Writer, draft: ListingDraft): Promise<string> {
  return await inTransaction(container, async (sql) => {
    const [open] = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM listing_proposal WHERE producer_id = ? AND state IN ('draft', 'submitted', 'returned')`,
      [by.producerId],
    )
    if ((open?.count ?? 0) >= MOST_OPEN) throw new ApiError(409, 'proposals_too_many')
    const id = generateEntityId(undefined, 'lprp')
    await sql.query(
      'INSERT INTO listing_proposal (id, producer_id, content, written_by, sample) VALUES (?, ?, ?::jsonb, ?, ?)',
      [id, by.producerId, JSON.stringify(draft), by.memberId, by.sample],
    )
    return id
  })
}

/**
 * Saves a draft, or what was sent back. In: the version the form was filled from.
 * Throws ApiError 404, 409 `listing_proposal_state` while it is reviewed or on sale, 409 `proposal_changed` when another form was saved since.
 */
export async function saveProposal(
  container: MedusaContainer,
  by: Writer,
  id: string,
  version: number,
  draft: ListingDraft,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const proposal = await lockOwn(sql, by, id)
    requireEditable(proposal)
    if (proposal.version !== version) throw new ApiError(409, 'proposal_changed')
    await sql.query(
      'UPDATE listing_proposal SET content = ?::jsonb, version = version + 1, written_by = ?, updated_at = now() WHERE id = ?',
      [JSON.stringify(draft), by.memberId, id],
    )
  })
}

/**
 * Hands a draft in for review and fixes the address of its page. Handed in twice it waits once.
 * Throws ApiError 404, 409 `listing_proposal_state`, 422 `proposal_gaps` with the fields in `extra`, 422 `sku_taken` with the code.
 */
export async function submitProposal(container: MedusaContainer, by: Writer, id: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const proposal = await lockOwn(sql, by, id)
    if (proposal.state === 'submitted') return
    requireEditable(proposal)
    const gaps = draftGaps(proposal.content)
    if (gaps.length > 0) throw new ApiError(422, 'proposal_gaps', { field: gaps[0], extra: { gaps } })
    await requireFreeCodes(sql, proposal.content)
    await sql.query(
      `UPDATE listing_proposal SET state = 'submitted', submitted_at = now(), reason = NULL, decided_by = NULL, decided_at = NULL,
         handle = coalesce(handle, ?), updated_at = now() WHERE id = ?`,
      [await freeHandle(sql, proposal.content.title, id), id],
    )
  })
}

/** Takes what waits back into the producer's hands. Throws ApiError 404, 409 `listing_proposal_state`. */
export async function withdrawProposal(container: MedusaContainer, by: Writer, id: string): Promise<void> {
  await move(container, by, id, 'submitted', 'draft')
}

/** Gives a draft up; it is kept, and shown nowhere. Throws ApiError 404, 409 `listing_proposal_state`. */
export async function discardProposal(container: MedusaContainer, by: Writer, id: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    requireEditable(await lockOwn(sql, by, id))
    await sql.query(`UPDATE listing_proposal SET state = 'discarded', handle = NULL, updated_at = now() WHERE id = ?`, [
      id,
    ])
  })
}

/** Codes that pack sizes of other products have already. Throws ApiError 422 `sku_taken`. */
export async function requireFreeCodes(sql: Sql, draft: ListingDraft): Promise<void> {
  const codes = draft.packs.flatMap((pack) => (pack.sku ? [pack.sku.toUpperCase()] : []))
  const [taken] = await sql.query<{ sku: string }>(
    'SELECT sku FROM product_variant WHERE upper(sku) = ANY(?) AND deleted_at IS NULL ORDER BY sku LIMIT 1',
    [codes],
  )
  if (taken) throw new ApiError(422, 'sku_taken', { field: 'packs', extra: { sku: taken.sku } })
}

async function freeHandle(sql: Sql, title: string, id: string): Promise<string> {
  const handle = handleOf(title)
  const taken = await sql.query(
    'SELECT 1 FROM product WHERE handle = ? UNION ALL SELECT 1 FROM listing_proposal WHERE handle = ? AND id <> ?',
    [handle, handle, id],
  )
  return taken.length === 0 ? handle : `${handle}-${id.slice(-6).toLowerCase()}`
}

async function move(
  container: MedusaContainer,
  by: Writer,
  id: string,
  from: ProposalState,
  to: ProposalState,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const proposal = await lockOwn(sql, by, id)
    if (proposal.state !== from) throw new ApiError(409, 'listing_proposal_state')
    await sql.query('UPDATE listing_proposal SET state = ?, updated_at = now() WHERE id = ?', [to, id])
  })
}

function requireEditable({ state }: Locked): void {
  if (state !== 'draft' && state !== 'returned') throw new ApiError(409, 'listing_proposal_state')
}

async function lockOwn(sql: Sql, { memberId, producerId }: Writer, id: string): Promise<Locked> {
  const [row] = await sql.query<Locked>(
    `SELECT id, producer_id, state, content, version FROM listing_proposal WHERE id = ? AND state <> 'discarded' FOR UPDATE`,
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== producerId) {
    throw foreignRow({ actor: 'producer', id: memberId }, { type: 'listing_proposal', id })
  }
  return row
}
