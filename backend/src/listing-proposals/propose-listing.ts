import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import { requireOwnListing } from '../listings/own-listings'
import type { ProposalState } from '../modules/listing/proposal-states'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { NewProposalBody } from './bodies'
import { draftGaps, handleOf, type ListingDraft, ListingDraftSchema } from './listing-draft'
import { partsOf, requireComingHarvest, requireFreeCodes, requireFreeTitles } from './pack-rules'

type Writer = Pick<Tenant, 'memberId' | 'producerId' | 'sample'>

/** So many drafts and waiting proposals a producer may have at a time. */
const MOST_OPEN = 100

interface Locked {
  id: string
  producer_id: string
  state: ProposalState
  content: unknown
  version: number
  for_product_id: string | null
}

/**
 * Begins a new listing, or more pack sizes for a product that is on sale. Out: its id.
 * Throws ApiError 404 for a product that is not the producer's, 409 `proposals_too_many`.
 */
export async function startProposal(
  container: MedusaContainer,
  by: Writer,
  { draft, forProductId }: NewProposalBody,
): Promise<string> {
  return await inTransaction(container, (sql) => startProposalIn(sql, by, { draft, forProductId }))
}

/** As `startProposal`, in the caller's transaction. */
export async function startProposalIn(sql: Sql, by: Writer, { draft, forProductId }: NewProposalBody): Promise<string> {
  if (forProductId !== null) await requireOwnListing(sql, by, forProductId)
  const [open] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM listing_proposal WHERE producer_id = ? AND state IN ('draft', 'submitted', 'returned')`,
    [by.producerId],
  )
  if ((open?.count ?? 0) >= MOST_OPEN) throw new ApiError(409, 'proposals_too_many')
  const id = generateEntityId(undefined, 'lprp')
  await sql.query(
    'INSERT INTO listing_proposal (id, producer_id, for_product_id, content, written_by, sample) VALUES (?, ?, ?, ?::jsonb, ?, ?)',
    [id, by.producerId, forProductId, JSON.stringify(draft), by.memberId, by.sample],
  )
  return id
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
 * Throws ApiError 404, 409 `listing_proposal_state`, 422 `proposal_gaps` with the fields in `extra`, and those of `requireFreeCodes`,
 * `requireFreeTitles`, `partsOf` and `requireComingHarvest`.
 */
export async function submitProposal(container: MedusaContainer, by: Writer, id: string): Promise<void> {
  await inTransaction(container, (sql) => submitProposalIn(sql, by, id))
}

/** As `submitProposal`, in the caller's transaction. */
export async function submitProposalIn(sql: Sql, by: Writer, id: string): Promise<void> {
  const proposal = await lockOwn(sql, by, id)
  if (proposal.state === 'submitted') return
  requireEditable(proposal)
  const draft = ListingDraftSchema.parse(proposal.content)
  const gaps = draftGaps(draft, proposal.for_product_id !== null)
  if (gaps.length > 0) throw new ApiError(422, 'proposal_gaps', { field: gaps[0], extra: { gaps } })
  await requireFreeCodes(sql, draft)
  await requireFreeTitles(sql, proposal.for_product_id, draft)
  await partsOf(sql, by.producerId, draft)
  requireComingHarvest(draft, vietnamDay(new Date()))
  await sql.query(
    `UPDATE listing_proposal SET state = 'submitted', submitted_at = now(), reason = NULL, decided_by = NULL, decided_at = NULL,
       handle = coalesce(handle, ?), updated_at = now() WHERE id = ?`,
    [proposal.for_product_id === null ? await freeHandle(sql, draft.title, id) : null, id],
  )
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
    `SELECT id, producer_id, state, content, version, for_product_id FROM listing_proposal WHERE id = ? AND state <> 'discarded' FOR UPDATE`,
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== producerId) {
    throw foreignRow({ actor: 'producer', id: memberId }, { type: 'listing_proposal', id })
  }
  return row
}
