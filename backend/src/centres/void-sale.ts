import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { reverseCounterSale } from '../settlement/post-counter-sale'
import { moveGoods } from './move-goods'
import { type CentreDoer, type MovementRow, moveOf } from './papers'

/**
 * Takes a sale back before the till is closed: the goods return to their lots, the money to the buyer, the ledger turns round.
 * Doing it again changes nothing. Throws ApiError 404 for a sale of another centre, and 409 `till_closed` after the close that counted it.
 */
export async function voidSale(
  container: MedusaContainer,
  { centreId, saleId, reason, by }: { centreId: string; saleId: string; reason: string; by: CentreDoer },
): Promise<void> {
  const now = new Date()
  await inTransaction(container, async (sql) => {
    const [sale] = await sql.query<{ state: string; close_id: string | null }>(
      'SELECT state, close_id FROM counter_sale WHERE id = ? AND centre_id = ? FOR UPDATE',
      [saleId, centreId],
    )
    if (!sale) throw new ApiError(404, 'not_found')
    if (sale.state === 'voided') return
    if (sale.close_id !== null) throw new ApiError(409, 'till_closed')
    await sql.query(
      `UPDATE counter_sale SET state = 'voided', void_reason = ?, voided_by = ?, voided_at = ? WHERE id = ? AND state = 'booked'`,
      [reason, by.id, now.toISOString(), saleId],
    )
    await sql.query('DELETE FROM counter_unit WHERE sale_id = ?', [saleId])
    const movements = await sql.query<MovementRow>(
      `SELECT m.*, s.stock_location_id FROM consignment_movement m JOIN shop s ON s.id = m.shop_id
       WHERE m.sale_id = ? AND m.kind = 'sale'`,
      [saleId],
    )
    await moveGoods(
      sql,
      movements.map((row) => ({ ...moveOf(row), kind: 'void', quantity: -row.quantity, paperId: null, saleId })),
      now,
    )
    await reverseCounterSale(sql, saleId, now)
  })
}
