import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'

interface SaleRow {
  id: string
  number: string
  shop_id: string
  shop_name: string
  method: 'cash' | 'transfer'
  total: string
  tendered: string | null
  bank_reference: string | null
  offline: boolean
  sold_at: Date
  booked_at: Date
  seller_name: string
  state: 'booked' | 'voided'
  void_reason: string | null
  close_id: string | null
  sample: boolean
}

interface LineRow {
  sale_id: string
  title: string
  producer_id: string
  lot_no: string
  quantity: number
  unit_price: string
  amount: string
  stars: number | null
}

const SALES = `
  SELECT c.id, c.number, c.shop_id, s.name AS shop_name, c.method, c.total, c.tendered, c.bank_reference, c.offline, c.sold_at, c.booked_at,
    c.seller_name, c.state, c.void_reason, c.close_id, c.sample
  FROM counter_sale c JOIN shop s ON s.id = c.shop_id`

const LINES = `
  SELECT sale_id, title, producer_id, lot_no, quantity, unit_price, amount, stars FROM counter_sale_line
  WHERE sale_id IN (SELECT jsonb_array_elements_text(?::jsonb)) ORDER BY sale_id, position`

/** Sales of a shop on a day at +07, or those since the last close of its till; newest first. */
export async function shopSales(container: MedusaContainer, shopId: string, day?: string) {
  return await inTransaction(container, async (sql) => {
    const rows =
      day === undefined
        ? await sql.query<SaleRow>(
            `${SALES} WHERE c.shop_id = ? AND c.close_id IS NULL ORDER BY c.booked_at DESC, c.id DESC LIMIT 500`,
            [shopId],
          )
        : await sql.query<SaleRow>(
            `${SALES} WHERE c.shop_id = ? AND (c.sold_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = ?::date ORDER BY c.sold_at DESC, c.id DESC LIMIT 2000`,
            [shopId, day],
          )
    return await withLines(sql, rows)
  })
}

/** One sale of the centre with its lines. Throws ApiError 404 for another centre's. */
export async function centreSale(container: MedusaContainer, centreId: string, saleId: string) {
  return await inTransaction(container, async (sql) => {
    const rows = await sql.query<SaleRow>(`${SALES} WHERE c.id = ? AND c.centre_id = ?`, [saleId, centreId])
    const [sale] = await withLines(sql, rows)
    if (!sale) throw new ApiError(404, 'not_found')
    return sale
  })
}

async function withLines(sql: Sql, rows: readonly SaleRow[]) {
  const lines = await sql.query<LineRow>(LINES, [JSON.stringify(rows.map(({ id }) => id))])
  return rows.map((row) => {
    const total = toDong(row.total)
    const tendered = row.tendered === null ? null : toDong(row.tendered)
    return {
      id: row.id,
      number: row.number,
      shopId: row.shop_id,
      shopName: row.shop_name,
      method: row.method,
      total,
      tendered,
      change: tendered === null ? null : tendered - total,
      bankReference: row.bank_reference,
      offline: row.offline,
      soldAt: new Date(row.sold_at).toISOString(),
      bookedAt: new Date(row.booked_at).toISOString(),
      sellerName: row.seller_name,
      state: row.state,
      voidReason: row.void_reason,
      closed: row.close_id !== null,
      sample: row.sample,
      lines: lines
        .filter(({ sale_id }) => sale_id === row.id)
        .map((line) => ({
          title: line.title,
          producerId: line.producer_id,
          lotNo: line.lot_no,
          quantity: line.quantity,
          unitPrice: toDong(line.unit_price),
          amount: toDong(line.amount),
          stars: line.stars,
        })),
    }
  })
}

/** Sales of a shop that wait for a person, oldest first, then the ones settled last. */
export async function shopQueries(container: MedusaContainer, shopId: string) {
  const rows = await inTransaction(container, (sql) =>
    sql.query<{
      id: string
      code: string
      sale: { lines: { variantId: string; productId: string; quantity: number; unitPrice: number }[]; deviceAt: string }
      method: string
      total: string
      seller_name: string
      state: string
      outcome: string | null
      returned: boolean
      settled_by_name: string | null
      at: Date
    }>(
      `SELECT id, code, sale, method, total, seller_name, state, outcome, returned, settled_by_name, at FROM counter_query
       WHERE shop_id = ? ORDER BY state = 'waiting' DESC, at LIMIT 200`,
      [shopId],
    ),
  )
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    lines: row.sale.lines,
    deviceAt: row.sale.deviceAt,
    method: row.method,
    total: toDong(row.total),
    sellerName: row.seller_name,
    state: row.state,
    outcome: row.outcome,
    returned: row.returned,
    settledBy: row.settled_by_name,
    at: new Date(row.at).toISOString(),
  }))
}

/** Closes of a shop's till, newest first. */
export async function tillCloses(container: MedusaContainer, shopId: string) {
  const rows = await inTransaction(container, (sql) =>
    sql.query<{
      id: string
      expected_cash: string
      counted_cash: string
      difference: string
      transfers: string
      sales: number
      note: string | null
      closed_by_name: string
      at: Date
    }>('SELECT * FROM till_close WHERE shop_id = ? ORDER BY at DESC LIMIT 60', [shopId]),
  )
  return rows.map((row) => ({
    id: row.id,
    expectedCash: toDong(row.expected_cash),
    countedCash: toDong(row.counted_cash),
    difference: toDong(row.difference),
    transfers: toDong(row.transfers),
    sales: row.sales,
    note: row.note,
    closedBy: row.closed_by_name,
    at: new Date(row.at).toISOString(),
  }))
}

/** What a producer's goods brought at the centre's counters in a period; amounts are whole đồng, from the ledger. */
export interface ProducerSales {
  producerId: string
  producerName: string
  pieces: number
  sales: number
  goods: number
  centreShare: number
  tax: number
  due: number
}

/**
 * Sales by producer between two days at +07, both included, by the ledger's entries of counter sales (voids turn them round).
 * `pieces` and `sales` count what was not voided. In: the shops to look at; all of the centre's unless told otherwise.
 */
export async function salesByProducer(
  container: MedusaContainer,
  centreId: string,
  from: string,
  to: string,
  shopIds: readonly string[] | null = null,
): Promise<ProducerSales[]> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<Record<'producer_id' | 'name' | 'pieces' | 'sales' | 'goods' | 'share' | 'tax', string>>(
      `WITH sold AS (
         SELECT id, state FROM counter_sale
         WHERE centre_id = ? AND (sold_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date BETWEEN ?::date AND ?::date
           AND (?::text[] IS NULL OR shop_id = ANY(?::text[]))
       ), booked AS (
         SELECT e.producer_id,
           sum(CASE WHEN e.credit LIKE 'seller:%' AND e.debit LIKE 'advance:%' THEN e.amount WHEN e.debit LIKE 'seller:%' AND e.credit LIKE 'advance:%' THEN -e.amount ELSE 0 END) AS goods,
           sum(CASE WHEN e.credit LIKE 'centre:%' THEN e.amount WHEN e.debit LIKE 'centre:%' THEN -e.amount ELSE 0 END) AS share,
           sum(CASE WHEN e.credit LIKE 'tax:%' THEN e.amount WHEN e.debit LIKE 'tax:%' THEN -e.amount ELSE 0 END) AS tax
         FROM ledger_entry e JOIN sold ON sold.id = e.group_id GROUP BY e.producer_id
       ), counted AS (
         SELECT l.producer_id, sum(l.quantity) AS pieces, count(DISTINCT l.sale_id) AS sales
         FROM counter_sale_line l JOIN sold ON sold.id = l.sale_id AND sold.state = 'booked' GROUP BY l.producer_id
       )
       SELECT b.producer_id, p.name, coalesce(c.pieces, 0) AS pieces, coalesce(c.sales, 0) AS sales, b.goods, b.share, b.tax
       FROM booked b JOIN producer p ON p.id = b.producer_id LEFT JOIN counted c ON c.producer_id = b.producer_id
       ORDER BY b.goods DESC, p.name`,
      [centreId, from, to, shopIds, shopIds],
    ),
  )
  return rows.map((row) => {
    const [goods, centreShare, tax] = [toDong(row.goods), toDong(row.share), toDong(row.tax)]
    return {
      producerId: row.producer_id,
      producerName: row.name,
      pieces: toDong(row.pieces),
      sales: toDong(row.sales),
      goods,
      centreShare,
      tax,
      due: goods - centreShare - tax,
    }
  })
}
