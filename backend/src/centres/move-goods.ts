import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { Sql } from '../money/in-transaction'

export type MoveKind = 'receipt' | 'return' | 'loss' | 'move' | 'count' | 'correction' | 'sale' | 'void'

/** Goods of one lot that come to a shop (above 0) or leave it (below 0). `lotNo` is '' where no lot is known. */
export interface GoodsMove {
  kind: MoveKind
  centreId: string
  shopId: string
  stockLocationId: string
  producerId: string
  productId: string
  variantId: string
  lotNo: string
  quantity: number
  unitPrice: number | null
  /** yyyy-mm-dd; kept with the lot when it first comes. */
  expiresOn?: string | null
  /** The paper or the sale that says why; one of the two. */
  paperId: string | null
  saleId: string | null
}

const TAKE = `
  UPDATE consignment_stock SET quantity = quantity + ?
  WHERE shop_id = ? AND variant_id = ? AND lot_no = ? AND quantity + ? >= 0 RETURNING quantity`

const BRING = `
  INSERT INTO consignment_stock (shop_id, variant_id, lot_no, centre_id, producer_id, product_id, quantity, expires_on)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (shop_id, variant_id, lot_no) DO UPDATE
    SET quantity = consignment_stock.quantity + excluded.quantity,
      expires_on = coalesce(consignment_stock.expires_on, excluded.expires_on)`

const ITEM = `
  SELECT inventory_item_id AS id FROM product_variant_inventory_item
  WHERE variant_id = ? AND deleted_at IS NULL ORDER BY inventory_item_id LIMIT 1`

/** Medusa keeps a decimal and its raw form beside each other; a shop never holds less than what is reserved there. */
const LEVEL = `
  UPDATE inventory_level
  SET stocked_quantity = stocked_quantity + ?,
    raw_stocked_quantity = jsonb_build_object('value', (stocked_quantity + ?)::text, 'precision', 20), updated_at = now()
  WHERE inventory_item_id = ? AND location_id = ? AND deleted_at IS NULL
    AND stocked_quantity + ? >= CASE WHEN ? < 0 THEN reserved_quantity ELSE 0 END
  RETURNING id`

const NEW_LEVEL = `
  INSERT INTO inventory_level (id, inventory_item_id, location_id, stocked_quantity, reserved_quantity, incoming_quantity,
    raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
  VALUES (?, ?, ?, ?, 0, 0, jsonb_build_object('value', ?::text, 'precision', 20), '{"value": "0", "precision": 20}',
    '{"value": "0", "precision": 20}')
  ON CONFLICT (inventory_item_id, location_id) WHERE deleted_at IS NULL DO NOTHING RETURNING id`

const NOTE = `
  INSERT INTO consignment_movement (id, kind, paper_id, sale_id, centre_id, shop_id, producer_id, product_id, variant_id, lot_no, quantity,
    unit_price, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Moves consigned goods in the caller's transaction: the lots of the shops, Medusa's stock at their locations and the history together.
 * Rows are taken in one order, so that two tills wait for each other instead of locking each other out.
 * Throws ApiError 409 `shop_closed` when a paper brings goods to a shop that is closed, 409 `stock_short` naming the variant in `extra`
 * when a lot holds less, or what is left is reserved for orders, and 422 `goods_without_stock` for a variant that Medusa keeps no stock of.
 */
export async function moveGoods(sql: Sql, moves: readonly GoodsMove[], at: Date): Promise<void> {
  const ordered = [...moves]
    .filter(({ quantity }) => quantity !== 0)
    .sort((one, other) =>
      keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : one.quantity - other.quantity,
    )
  await refuseClosedShops(sql, ordered)
  for (const move of ordered) await moveLot(sql, move)
  const levels = new Map<string, { variantId: string; locationId: string; quantity: number }>()
  for (const { variantId, stockLocationId: locationId, quantity } of ordered) {
    const key = `${variantId} ${locationId}`
    levels.set(key, { variantId, locationId, quantity: (levels.get(key)?.quantity ?? 0) + quantity })
  }
  for (const [, level] of [...levels].sort(([one], [other]) => (one < other ? -1 : 1))) await moveLevel(sql, level)
  for (const move of ordered) {
    await sql.query(NOTE, [
      generateEntityId(undefined, 'cmov'),
      move.kind,
      move.paperId,
      move.saleId,
      move.centreId,
      move.shopId,
      move.producerId,
      move.productId,
      move.variantId,
      move.lotNo,
      move.quantity,
      move.unitPrice,
      at.toISOString(),
    ])
  }
}

const BROUGHT: readonly MoveKind[] = ['receipt', 'move', 'correction']

/** The lock holds a shop open until the goods are there: who closes it sees them, or is waited for. */
async function refuseClosedShops(sql: Sql, moves: readonly GoodsMove[]): Promise<void> {
  const brought = moves.filter(({ kind, quantity }) => quantity > 0 && BROUGHT.includes(kind))
  const ids = [...new Set(brought.map(({ shopId }) => shopId))]
  if (ids.length === 0) return
  const shops = await sql.query<{ status: string }>('SELECT status FROM shop WHERE id = ANY(?) ORDER BY id FOR SHARE', [
    ids,
  ])
  if (shops.some(({ status }) => status === 'closed')) throw new ApiError(409, 'shop_closed')
}

function keyOf({ shopId, variantId, lotNo }: GoodsMove): string {
  return `${shopId} ${variantId} ${lotNo}`
}

async function moveLot(sql: Sql, move: GoodsMove): Promise<void> {
  const { shopId, variantId, lotNo, quantity } = move
  if (quantity < 0) {
    const taken = await sql.query(TAKE, [quantity, shopId, variantId, lotNo, quantity])
    if (taken.length === 0) throw stockShort(variantId)
    return
  }
  await sql.query(BRING, [
    shopId,
    variantId,
    lotNo,
    move.centreId,
    move.producerId,
    move.productId,
    quantity,
    move.expiresOn ?? null,
  ])
}

async function moveLevel(
  sql: Sql,
  { variantId, locationId, quantity }: { variantId: string; locationId: string; quantity: number },
): Promise<void> {
  if (quantity === 0) return
  const [item] = await sql.query<{ id: string }>(ITEM, [variantId])
  if (!item) throw new ApiError(422, 'goods_without_stock', { extra: { variantId } })
  const change = () => sql.query(LEVEL, [quantity, quantity, item.id, locationId, quantity, quantity])
  if ((await change()).length > 0) return
  if (quantity < 0) throw stockShort(variantId)
  const id = generateEntityId(undefined, 'ilev')
  const made = await sql.query(NEW_LEVEL, [id, item.id, locationId, quantity, String(quantity)])
  // Another receipt made the level in between.
  if (made.length === 0) await change()
}

/** What is refused when goods are gone. */
export function stockShort(variantId: string): ApiError {
  return new ApiError(409, 'stock_short', { extra: { variantId } })
}
