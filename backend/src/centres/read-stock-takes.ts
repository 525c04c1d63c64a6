import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { goodsFacts } from './goods-facts'

interface TakeRow {
  id: string
  shop_id: string
  blind: boolean
  state: 'counting' | 'counted' | 'approved' | 'dropped'
  opened_by_name: string
  counted_by_name: string | null
  approved_by_name: string | null
  opened_at: Date
  note: string | null
}

/** Counts of a shop, newest first. */
export async function shopStockTakes(container: MedusaContainer, shopId: string) {
  const rows = await inTransaction(container, (sql) =>
    sql.query<TakeRow>('SELECT * FROM stock_take WHERE shop_id = ? ORDER BY opened_at DESC LIMIT 50', [shopId]),
  )
  return rows.map(toTake)
}

function toTake(row: TakeRow) {
  return {
    id: row.id,
    shopId: row.shop_id,
    blind: row.blind,
    state: row.state,
    openedBy: row.opened_by_name,
    countedBy: row.counted_by_name,
    approvedBy: row.approved_by_name,
    openedAt: new Date(row.opened_at).toISOString(),
    note: row.note,
  }
}

/** One count with its lines; a blind one does not tell what the book says while it is counted. Throws ApiError 404. */
export async function stockTakeSheet(container: MedusaContainer, centreId: string, takeId: string, day: string) {
  const { take, lines } = await inTransaction(container, async (sql) => {
    const [row] = await sql.query<TakeRow>('SELECT * FROM stock_take WHERE id = ? AND centre_id = ?', [
      takeId,
      centreId,
    ])
    if (!row) throw new ApiError(404, 'not_found')
    return {
      take: row,
      lines: await sql.query<{
        variant_id: string
        lot_no: string
        product_id: string
        expected: number
        counted: number | null
      }>('SELECT variant_id, lot_no, product_id, expected, counted FROM stock_take_line WHERE take_id = ?', [takeId]),
    }
  })
  const facts = await goodsFacts(
    container,
    lines.map(({ product_id }) => product_id),
    day,
  )
  const hidden = take.blind && take.state === 'counting'
  return {
    ...toTake(take),
    lines: lines
      .map((line) => {
        const known = facts.get(line.variant_id)
        return {
          variantId: line.variant_id,
          lotNo: line.lot_no,
          title: known ? `${known.productTitle}, ${known.variantTitle}` : line.variant_id,
          producerName: known?.producerName ?? '',
          expected: hidden ? null : line.expected,
          counted: line.counted,
        }
      })
      .sort(
        (one, other) =>
          one.producerName.localeCompare(other.producerName, 'vi') || one.title.localeCompare(other.title, 'vi'),
      ),
  }
}
