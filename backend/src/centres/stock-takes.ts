import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { moveGoods } from './move-goods'
import { ownShop } from './own-shop'
import { type CentreDoer, insertPaper } from './papers'

/**
 * Opens a count of a shop: a line for each lot of the book. `blind` hides what the book says until it was counted.
 * Throws ApiError 404, and 409 `stock_take_open` while another is under way. Out: the id.
 */
export async function openStockTake(
  container: MedusaContainer,
  { centreId, shopId, blind, by }: { centreId: string; shopId: string; blind: boolean; by: CentreDoer },
): Promise<string> {
  const shop = await ownShop(container, centreId, shopId)
  return await inTransaction(container, async (sql) => {
    const id = generateEntityId(undefined, 'stake')
    const made = await sql.query(
      `INSERT INTO stock_take (id, centre_id, shop_id, blind, opened_by, opened_by_name, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (shop_id) WHERE state IN ('counting', 'counted') DO NOTHING RETURNING id`,
      [id, shop.centreId, shop.id, blind, by.id, by.name, new Date().toISOString()],
    )
    if (made.length === 0) throw new ApiError(409, 'stock_take_open')
    await sql.query(
      `INSERT INTO stock_take_line (take_id, variant_id, lot_no, producer_id, product_id, expected)
       SELECT ?, variant_id, lot_no, producer_id, product_id, quantity FROM consignment_stock WHERE shop_id = ? AND quantity > 0`,
      [id, shop.id],
    )
    return id
  })
}

/** Keeps what was counted; `done` hands the sheet in. Throws ApiError 404, 409 `stock_take_state`, 422 `stock_take_missing`. */
export async function countStock(
  container: MedusaContainer,
  input: {
    centreId: string
    takeId: string
    counts: readonly { variantId: string; lotNo: string; counted: number }[]
    done: boolean
    by: CentreDoer
  },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockTake(sql, input.centreId, input.takeId, 'counting')
    for (const { variantId, lotNo, counted } of input.counts) {
      await sql.query('UPDATE stock_take_line SET counted = ? WHERE take_id = ? AND variant_id = ? AND lot_no = ?', [
        counted,
        input.takeId,
        variantId,
        lotNo,
      ])
    }
    if (!input.done) return
    const [open] = await sql.query('SELECT 1 FROM stock_take_line WHERE take_id = ? AND counted IS NULL LIMIT 1', [
      input.takeId,
    ])
    if (open) throw new ApiError(422, 'stock_take_missing')
    await sql.query(
      `UPDATE stock_take SET state = 'counted', counted_by = ?, counted_by_name = ?, counted_at = ? WHERE id = ?`,
      [input.by.id, input.by.name, new Date().toISOString(), input.takeId],
    )
  })
}

/**
 * Books the differences of a counted sheet, as a change to what is there now: sales since the count stay as they are.
 * Throws ApiError 404, 409 `stock_take_state`, and 409 `stock_short` when more was sold since than the count leaves.
 */
export async function approveStockTake(
  container: MedusaContainer,
  { centreId, takeId, note, by }: { centreId: string; takeId: string; note: string | null; by: CentreDoer },
): Promise<void> {
  const now = new Date()
  await inTransaction(container, async (sql) => {
    const take = await lockTake(sql, centreId, takeId, 'counted')
    const lines = await sql.query<{
      variant_id: string
      lot_no: string
      producer_id: string
      product_id: string
      change: number
      stock_location_id: string
    }>(
      `SELECT l.variant_id, l.lot_no, l.producer_id, l.product_id, l.counted - l.expected AS change, s.stock_location_id
       FROM stock_take_line l JOIN shop s ON s.id = ? WHERE l.take_id = ? AND l.counted <> l.expected`,
      [take.shop_id, takeId],
    )
    const paperId = await insertPaper(sql, {
      kind: 'count',
      requestKey: `take:${takeId}`,
      centreId,
      shopId: take.shop_id,
      note,
      by,
      at: now,
    })
    await moveGoods(
      sql,
      lines.map((line) => ({
        kind: 'count' as const,
        centreId,
        shopId: take.shop_id,
        stockLocationId: line.stock_location_id,
        producerId: line.producer_id,
        productId: line.product_id,
        variantId: line.variant_id,
        lotNo: line.lot_no,
        quantity: line.change,
        unitPrice: null,
        paperId,
        saleId: null,
      })),
      now,
    )
    await sql.query(
      `UPDATE stock_take SET state = 'approved', approved_by = ?, approved_by_name = ?, approved_at = ?, note = ?, paper_id = ? WHERE id = ?`,
      [by.id, by.name, now.toISOString(), note, paperId, takeId],
    )
  })
}

/** Ends a count that is not to be booked. Throws ApiError 404 and 409 `stock_take_state`. */
export async function dropStockTake(container: MedusaContainer, centreId: string, takeId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [take] = await sql.query<{ state: string }>(
      'SELECT state FROM stock_take WHERE id = ? AND centre_id = ? FOR UPDATE',
      [takeId, centreId],
    )
    if (!take) throw new ApiError(404, 'not_found')
    if (take.state !== 'counting' && take.state !== 'counted') throw new ApiError(409, 'stock_take_state')
    await sql.query(`UPDATE stock_take SET state = 'dropped' WHERE id = ?`, [takeId])
  })
}

async function lockTake(sql: Sql, centreId: string, takeId: string, state: string): Promise<{ shop_id: string }> {
  const [take] = await sql.query<{ shop_id: string; state: string }>(
    'SELECT shop_id, state FROM stock_take WHERE id = ? AND centre_id = ? FOR UPDATE',
    [takeId, centreId],
  )
  if (!take) throw new ApiError(404, 'not_found')
  if (take.state !== state) throw new ApiError(409, 'stock_take_state')
  return take
}
