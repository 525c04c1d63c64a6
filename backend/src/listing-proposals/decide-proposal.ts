import type { MedusaContainer } from '@medusajs/framework/types'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import type { ProposalState } from '../modules/listing/proposal-states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { ListingDraftSchema } from './listing-draft'
import { codesOf, type ListedProposal, makePacks, makeProduct } from './make-listing'

/** A product is made in seconds; whoever began longer ago than this has died, and the next press goes on. */
const MAKING_SECONDS = 120

type Claimed = ListedProposal & { for_title: string | null }

/**
 * Puts a proposed product, or the proposed pack sizes, on sale. The proposal is claimed first and marked when the product stands, so that two presses, or a press after
 * a process died, make one product: it is known by the address that was fixed when it was handed in, and
 * pack sizes by their codes.
 * Out: the product's id. Throws ApiError 404, 409 `listing_proposal_state` (decided, or being made by somebody else), and those of `makeProduct`.
 */
export async function approveProposal(container: MedusaContainer, id: string, userId: string): Promise<string> {
  const proposal = await claim(container, id)
  const made = await madeBefore(container, proposal)
  const productId = made ?? (await make(container, proposal))
  await inTransaction(container, async (sql) => {
    const done = await sql.query(
      `UPDATE listing_proposal SET state = 'approved', product_id = ?, decided_by = ?, decided_at = now(), reason = NULL, updated_at = now()
       WHERE id = ? AND state = 'listing' RETURNING id`,
      [productId, userId, id],
    )
    if (done.length === 0) return
    const title = proposal.for_title ?? proposal.content.title
    const path = `/chu-the/san-pham/${productId}`
    await tell(sql, { ...proposal, title }, { accepted: true, note: '', path })
  })
  return productId
}

/** Sends a proposal back with a reason its producer reads. Throws ApiError 404, 409 `listing_proposal_state`. */
export async function returnProposal(
  container: MedusaContainer,
  id: string,
  userId: string,
  reason: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{ state: ProposalState; producer_id: string; title: string }>(
      `SELECT l.state, l.producer_id, coalesce(f.title, l.content->>'title', '') AS title FROM listing_proposal l
       LEFT JOIN product f ON f.id = l.for_product_id WHERE l.id = ? FOR UPDATE OF l`,
      [id],
    )
    if (!row) throw new ApiError(404, 'not_found')
    if (row.state !== 'submitted') throw new ApiError(409, 'listing_proposal_state')
    await sql.query(
      `UPDATE listing_proposal SET state = 'returned', decided_by = ?, decided_at = now(), reason = ?, updated_at = now() WHERE id = ?`,
      [userId, reason, id],
    )
    await tell(sql, { id, ...row }, { accepted: false, note: reason, path: `/chu-the/san-pham/moi/${id}` })
  })
}

async function claim(container: MedusaContainer, id: string): Promise<Claimed> {
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<Claimed & { claimed: boolean }>(
      `SELECT l.id, l.producer_id, p.handle AS producer, coalesce(l.handle, f.handle) AS handle, f.title AS for_title, l.for_product_id, l.content, l.sample,
         l.state = 'submitted' OR (l.state = 'listing' AND l.updated_at < now() - make_interval(secs => ?)) AS claimed
       FROM listing_proposal l JOIN producer p ON p.id = l.producer_id LEFT JOIN product f ON f.id = l.for_product_id
       WHERE l.id = ? FOR UPDATE OF l`,
      [MAKING_SECONDS, id],
    )
    if (!row) throw new ApiError(404, 'not_found')
    if (!row.claimed) throw new ApiError(409, 'listing_proposal_state')
    await sql.query(`UPDATE listing_proposal SET state = 'listing', updated_at = now() WHERE id = ?`, [id])
    return { ...row, content: ListingDraftSchema.parse(row.content) }
  })
}

/** The product, or the product with all its new pack sizes, that an approval made which did not live to say so. */
async function madeBefore(container: MedusaContainer, proposal: Claimed): Promise<string | undefined> {
  const [product] = await inTransaction(container, (sql) =>
    proposal.for_product_id === null
      ? sql.query<{ id: string }>(
          `SELECT p.id FROM product p JOIN product_product_producer_producer l ON l.product_id = p.id AND l.deleted_at IS NULL
           WHERE p.handle = ? AND l.producer_id = ? AND p.deleted_at IS NULL AND p.status = 'published'`,
          [proposal.handle, proposal.producer_id],
        )
      : sql.query<{ id: string }>(
          `SELECT product_id AS id FROM product_variant WHERE product_id = ? AND sku = ANY(?) AND deleted_at IS NULL
           GROUP BY product_id HAVING count(*) = ?`,
          [proposal.for_product_id, codesOf(proposal), proposal.content.packs.length],
        ),
  )
  return product?.id
}

async function make(container: MedusaContainer, proposal: Claimed): Promise<string> {
  try {
    return await (proposal.for_product_id === null ? makeProduct : makePacks)(container, proposal)
  } catch (error) {
    // Nothing was made: the proposal waits again.
    await inTransaction(container, (sql) =>
      sql.query(
        `UPDATE listing_proposal SET state = 'submitted', updated_at = now() WHERE id = ? AND state = 'listing'`,
        [proposal.id],
      ),
    )
    throw error
  }
}

async function tell(
  sql: Sql,
  { id, producer_id, title }: { id: string; producer_id: string; title: string },
  { accepted, note, path }: { accepted: boolean; note: string; path: string },
): Promise<void> {
  const [told] = await sql.query<{ decided: string }>(
    'SELECT extract(epoch FROM decided_at)::text AS decided FROM listing_proposal WHERE id = ?',
    [id],
  )
  await dispatchIn(sql, {
    to: { producerId: producer_id },
    kind: 'listing_reviewed',
    params: { product: title, accepted, note },
    path,
    dedupeKey: `listing_reviewed:${id}:${told?.decided ?? ''}`,
  })
}
