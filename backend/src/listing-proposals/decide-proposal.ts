import type { MedusaContainer } from '@medusajs/framework/types'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import type { ProposalState } from '../modules/listing/proposal-states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { createListedProductsWorkflow } from '../workflows/listing/workflows/create-listed-products'
import type { ListingDraft } from './listing-draft'
import { requireFreeCodes } from './propose-listing'

/** A product is made in seconds; whoever began longer ago than this has died, and the next press goes on. */
const MAKING_SECONDS = 120

interface Claimed {
  id: string
  producer_id: string
  producer: string
  handle: string
  content: ListingDraft
  sample: boolean
}

/**
 * Puts a proposed product on sale. The proposal is claimed first and marked when the product stands, so that two presses, or a press after
 * a process died, make one product: it is known by the address that was fixed when it was handed in.
 * Out: the product's id. Throws ApiError 404, 409 `listing_proposal_state` (decided, or being made by somebody else), 422 `sku_taken`.
 */
export async function approveProposal(container: MedusaContainer, id: string, userId: string): Promise<string> {
  const proposal = await claim(container, id)
  const made = await productAt(container, proposal)
  const productId = made ?? (await make(container, proposal))
  await inTransaction(container, async (sql) => {
    const done = await sql.query(
      `UPDATE listing_proposal SET state = 'approved', product_id = ?, decided_by = ?, decided_at = now(), reason = NULL, updated_at = now()
       WHERE id = ? AND state = 'listing' RETURNING id`,
      [productId, userId, id],
    )
    if (done.length > 0) await tell(sql, proposal, { accepted: true, note: '', path: `/chu-the/san-pham/${productId}` })
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
    const [row] = await sql.query<{ state: ProposalState; producer_id: string; content: ListingDraft }>(
      'SELECT state, producer_id, content FROM listing_proposal WHERE id = ? FOR UPDATE',
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
      `SELECT l.id, l.producer_id, p.handle AS producer, l.handle, l.content, l.sample,
         l.state = 'submitted' OR (l.state = 'listing' AND l.updated_at < now() - make_interval(secs => ?)) AS claimed
       FROM listing_proposal l JOIN producer p ON p.id = l.producer_id WHERE l.id = ? FOR UPDATE OF l`,
      [MAKING_SECONDS, id],
    )
    if (!row) throw new ApiError(404, 'not_found')
    if (!row.claimed) throw new ApiError(409, 'listing_proposal_state')
    await sql.query(`UPDATE listing_proposal SET state = 'listing', updated_at = now() WHERE id = ?`, [id])
    return row
  })
}

/** The product that an approval made which did not live to say so. */
async function productAt(container: MedusaContainer, { handle, producer_id }: Claimed): Promise<string | undefined> {
  const [product] = await inTransaction(container, (sql) =>
    sql.query<{ id: string }>(
      `SELECT p.id FROM product p JOIN product_product_producer_producer l ON l.product_id = p.id AND l.deleted_at IS NULL
       WHERE p.handle = ? AND l.producer_id = ? AND p.deleted_at IS NULL AND p.status = 'published'`,
      [handle, producer_id],
    ),
  )
  return product?.id
}

async function make(container: MedusaContainer, { id, producer, handle, content, sample }: Claimed): Promise<string> {
  try {
    const where = await inTransaction(container, async (sql) => {
      await requireFreeCodes(sql, content)
      return await placeOfSale(sql)
    })
    const { sector, packs } = content
    if (sector === null) throw new ApiError(422, 'proposal_gaps', { field: 'sector' })
    const { title, description, netContent, ingredients, allergens, storage, usage, warning, standard, perishable } =
      content
    const { result } = await createListedProductsWorkflow(container).run({
      input: {
        ...where,
        products: [
          {
            ...{ handle, title, description, producerHandle: producer },
            listing: {
              ...{ sector, netContent, ingredients, allergens, storage, usage, warning, standard, perishable },
              ...{ storyVi: null, storyEn: null, pictures: [], source: null },
              sample: sample ? ['price', 'stock', 'label'] : [],
            },
            variants: packs.map((pack, no) => ({
              title: pack.title,
              sku: pack.sku ?? `${handle}-${no + 1}`.toUpperCase(),
              price: pack.price ?? 0,
              weightGrams: pack.weightGrams,
              stock: pack.stock ?? 0,
            })),
          },
        ],
      },
    })
    return result[0]?.id ?? ''
  } catch (error) {
    // Nothing was made: the proposal waits again.
    await inTransaction(container, (sql) =>
      sql.query(
        `UPDATE listing_proposal SET state = 'submitted', updated_at = now() WHERE id = ? AND state = 'listing'`,
        [id],
      ),
    )
    throw error
  }
}

/** The channel, the producers' own place of stock, and the profile every product is sold by. */
async function placeOfSale(
  sql: Sql,
): Promise<{ salesChannelIds: string[]; stockLocationId: string; shippingProfileId: string }> {
  const [row] = await sql.query<{ channel: string | null; location: string | null; profile: string | null }>(
    `SELECT (SELECT default_sales_channel_id FROM store ORDER BY created_at LIMIT 1) AS channel,
       (SELECT l.id FROM stock_location l WHERE l.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM shop s WHERE s.stock_location_id = l.id) ORDER BY l.created_at LIMIT 1) AS location,
       (SELECT id FROM shipping_profile WHERE deleted_at IS NULL ORDER BY created_at LIMIT 1) AS profile`,
  )
  if (!row?.channel || !row.location || !row.profile) throw new ApiError(409, 'shop_not_set_up')
  return { salesChannelIds: [row.channel], stockLocationId: row.location, shippingProfileId: row.profile }
}

async function tell(
  sql: Sql,
  { id, producer_id, content }: Pick<Claimed, 'id' | 'producer_id' | 'content'>,
  { accepted, note, path }: { accepted: boolean; note: string; path: string },
): Promise<void> {
  const [told] = await sql.query<{ decided: string }>(
    'SELECT extract(epoch FROM decided_at)::text AS decided FROM listing_proposal WHERE id = ?',
    [id],
  )
  await dispatchIn(sql, {
    to: { producerId: producer_id },
    kind: 'listing_reviewed',
    params: { product: content.title, accepted, note },
    path,
    dedupeKey: `listing_reviewed:${id}:${told?.decided ?? ''}`,
  })
}
