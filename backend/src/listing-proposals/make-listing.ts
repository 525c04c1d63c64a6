import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { addPackSizesWorkflow } from '../workflows/listing/workflows/add-pack-sizes'
import { createListedProductsWorkflow } from '../workflows/listing/workflows/create-listed-products'
import type { ListingDraft } from './listing-draft'
import { partsOf, requireFreeCodes, requireFreeTitles, type SetPart, shownTitle } from './pack-rules'

/** A proposal that is being put on sale. */
export interface ListedProposal {
  id: string
  producer_id: string
  /** Handle of its producer. */
  producer: string
  /** Address of the product's page. */
  handle: string
  for_product_id: string | null
  content: ListingDraft
  sample: boolean
}

/** The codes of the pack sizes: the producer's own, else one made of the product's address. */
export function codesOf({ id, handle, for_product_id, content }: ListedProposal): string[] {
  const stem = for_product_id === null ? handle : `${handle}-${id.slice(-4)}`
  return content.packs.map((pack, no) => (pack.sku ?? `${stem}-${no + 1}`).toUpperCase())
}

/** Makes the product. Out: its id. Throws ApiError 409 `shop_not_set_up`, 422 `sku_taken`, `set_parts`; nothing is made then. */
export async function makeProduct(container: MedusaContainer, proposal: ListedProposal): Promise<string> {
  const { producer, handle, content, sample } = proposal
  const { where, parts } = await prepare(container, proposal)
  const { title, description, sector, packs: _, ...label } = content
  if (sector === null) throw new ApiError(422, 'proposal_gaps', { field: 'sector' })
  const { result } = await createListedProductsWorkflow(container).run({
    input: {
      ...where,
      products: [
        {
          ...{ handle, title, description, producerHandle: producer },
          listing: {
            ...{ sector, ...label, storyVi: null, storyEn: null, pictures: [], source: null },
            sample: sample ? ['price', 'stock', 'label'] : [],
          },
          variants: variantsOf(proposal, parts),
        },
      ],
    },
  })
  return result[0]?.id ?? ''
}

/**
 * Adds the pack sizes to the product. Out: its id. Throws ApiError 409 `shop_not_set_up`, `listing_options` (a product somebody gave several
 * options in Medusa Admin), 422 `sku_taken`, `pack_title_taken`, `set_parts`; nothing is made then.
 */
export async function makePacks(container: MedusaContainer, proposal: ListedProposal): Promise<string> {
  const { where, parts } = await prepare(container, proposal)
  const productId = proposal.for_product_id ?? ''
  const options = await inTransaction(container, (sql) =>
    sql.query<{ id: string; title: string }>(
      `SELECT o.id, o.title FROM product_option o JOIN product_product_option l ON l.product_option_id = o.id AND l.deleted_at IS NULL
       WHERE l.product_id = ? AND o.deleted_at IS NULL`,
      [productId],
    ),
  )
  const [option] = options
  if (!option || options.length > 1) throw new ApiError(409, 'listing_options')
  await addPackSizesWorkflow(container).run({
    input: {
      ...{ productId, stockLocationId: where.stockLocationId, option },
      variants: variantsOf(proposal, parts),
    },
  })
  return productId
}

function variantsOf(proposal: ListedProposal, parts: readonly SetPart[][]) {
  const codes = codesOf(proposal)
  return proposal.content.packs.map((pack, no) => ({
    title: shownTitle(pack),
    sku: codes[no] ?? '',
    price: pack.price ?? 0,
    weightGrams: pack.weightGrams,
    stock: pack.stock ?? 0,
    parts: parts[no] ?? [],
  }))
}

async function prepare(container: MedusaContainer, proposal: ListedProposal) {
  const { producer_id, for_product_id, content } = proposal
  return await inTransaction(container, async (sql) => {
    await requireFreeCodes(sql, content)
    await requireFreeTitles(sql, for_product_id, content)
    await keepHarvests(sql, proposal)
    return { parts: await partsOf(sql, producer_id, content), where: await placeOfSale(sql) }
  })
}

/** Harvests are on record before their pack sizes can be ordered; codes of what is at hand have none. */
async function keepHarvests(sql: Sql, proposal: ListedProposal): Promise<void> {
  const codes = codesOf(proposal)
  await sql.query('DELETE FROM preorder WHERE sku = ANY(?)', [codes])
  for (const [no, { preorder }] of proposal.content.packs.entries()) {
    if (!preorder) continue
    await sql.query('INSERT INTO preorder (id, sku, harvest_from, harvest_to) VALUES (?, ?, ?, ?)', [
      ...[generateEntityId(undefined, 'preo'), codes[no] ?? '', preorder.from, preorder.to],
    ])
  }
}

/** The channel, the producers' own place of stock, and the profile that orders are delivered by: goods of another could not be sent. */
async function placeOfSale(
  sql: Sql,
): Promise<{ salesChannelIds: string[]; stockLocationId: string; shippingProfileId: string }> {
  const [row] = await sql.query<{ channel: string | null; location: string | null; profile: string | null }>(
    `SELECT (SELECT default_sales_channel_id FROM store ORDER BY created_at LIMIT 1) AS channel,
       (SELECT l.id FROM stock_location l WHERE l.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM shop s WHERE s.stock_location_id = l.id) ORDER BY l.created_at LIMIT 1) AS location,
       (SELECT shipping_profile_id FROM shipping_option WHERE deleted_at IS NULL ORDER BY created_at LIMIT 1) AS profile`,
  )
  if (!row?.channel || !row.location || !row.profile) throw new ApiError(409, 'shop_not_set_up')
  return { salesChannelIds: [row.channel], stockLocationId: row.location, shippingProfileId: row.profile }
}
