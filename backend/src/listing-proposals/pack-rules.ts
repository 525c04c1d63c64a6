import { addDays } from '@sao-lang/traceability/verify/rating'
import { readableDay } from '../calendar/vietnam-moment'
import { ApiError } from '../http/api-error'
import type { Sql } from '../money/in-transaction'
import type { ListingDraft } from './listing-draft'

/** Codes that pack sizes of other products have already. Throws ApiError 422 `sku_taken`. */
export async function requireFreeCodes(sql: Sql, draft: ListingDraft): Promise<void> {
  const codes = draft.packs.flatMap((pack) => (pack.sku ? [pack.sku.toUpperCase()] : []))
  const [taken] = await sql.query<{ sku: string }>(
    'SELECT sku FROM product_variant WHERE upper(sku) = ANY(?) AND deleted_at IS NULL ORDER BY sku LIMIT 1',
    [codes],
  )
  if (taken) throw new ApiError(422, 'sku_taken', { field: 'packs', extra: { sku: taken.sku } })
}

/** Pack sizes of one product differ in name. Throws ApiError 422 `pack_title_taken`. */
export async function requireFreeTitles(sql: Sql, productId: string | null, draft: ListingDraft): Promise<void> {
  if (productId === null) return
  const [taken] = await sql.query<{ title: string }>(
    'SELECT title FROM product_variant WHERE product_id = ? AND lower(title) = ANY(?) AND deleted_at IS NULL ORDER BY title LIMIT 1',
    [productId, draft.packs.map((pack) => shownTitle(pack).toLowerCase())],
  )
  if (taken) throw new ApiError(422, 'pack_title_taken', { field: 'packs', extra: { title: taken.title } })
}

/** Stock that one gift set takes. */
export interface SetPart {
  inventoryItemId: string
  quantity: number
}

/**
 * What the gift sets of a draft take from stock, in the order of its pack sizes; an empty list for what is no set. A part is a pack size of
 * the same producer that is one package of one stock: an order has one seller, and a set of sets could not be packed by lots.
 * Throws ApiError 422 `set_parts`.
 */
export async function partsOf(sql: Sql, producerId: string, draft: ListingDraft): Promise<SetPart[][]> {
  const wanted = [...new Set(draft.packs.flatMap((pack) => pack.parts.map((part) => part.variantId)))]
  if (wanted.length === 0) return draft.packs.map(() => [])
  const rows = await sql.query<{ variant: string; item: string }>(
    `SELECT v.id AS variant, min(i.inventory_item_id) AS item FROM product_variant v
     JOIN product_product_producer_producer l ON l.product_id = v.product_id AND l.deleted_at IS NULL AND l.producer_id = ?
     JOIN product_variant_inventory_item i ON i.variant_id = v.id AND i.deleted_at IS NULL
     WHERE v.id = ANY(?) AND v.deleted_at IS NULL AND v.manage_inventory
     GROUP BY v.id HAVING count(*) = 1 AND min(i.required_quantity) = 1`,
    [producerId, wanted],
  )
  const itemOf = new Map(rows.map((row) => [row.variant, row.item]))
  return draft.packs.map((pack, no) =>
    pack.parts.map(({ variantId, quantity }) => {
      const inventoryItemId = itemOf.get(variantId)
      if (inventoryItemId === undefined) throw new ApiError(422, 'set_parts', { field: `packs.${no}.parts` })
      return { inventoryItemId, quantity }
    }),
  )
}

/** How far ahead a harvest may lie, in days. */
const FARTHEST_HARVEST = 400

/** A harvest that is ordered before it has not begun, and is not years away. Throws ApiError 422 `preorder_days`. */
export function requireComingHarvest(draft: ListingDraft, today: string): void {
  const farthest = addDays(today, FARTHEST_HARVEST)
  draft.packs.forEach(({ preorder }, no) => {
    if (preorder && (preorder.from <= today || preorder.to > farthest)) {
      throw new ApiError(422, 'preorder_days', { field: `packs.${no}.preorder` })
    }
  })
}

/** The name buyers read of a pack size; one that is ordered before its harvest says so wherever it stands. */
export function shownTitle({ title, preorder }: ListingDraft['packs'][number]): string {
  if (!preorder) return title
  return `${title} (đặt trước, thu hoạch ${readableDay(preorder.from)} – ${readableDay(preorder.to)})`
}
