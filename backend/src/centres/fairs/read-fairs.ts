import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../../http/api-error'
import { toDong } from '../../money/dong'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { dayWithoutAgreement } from '../agreement-days'
import { type GoodsFacts, goodsFacts } from '../goods-facts'
import { consignableGoods } from '../read-centre'
import { salesByProducer } from '../read-sales'
import { boothsOf } from './booth-standing'
import { daysLeft, isLeft, isUnderWay } from './fair-rules'
import type { FairRow } from './lock-fair'

/** A fair as its centre and everybody see it. Days are yyyy-mm-dd at +07, both included. */
export function fairView(fair: FairRow) {
  return {
    id: fair.id,
    slug: fair.slug,
    name: fair.name,
    place: fair.place,
    address: fair.address,
    provinceCode: fair.province_code,
    firstDay: fair.first_day,
    lastDay: fair.last_day,
    note: fair.note,
    state: fair.state,
    cancelReason: fair.cancel_reason,
    sample: fair.sample,
  }
}

/** The fairs of a centre: open ones, then planned ones by their first day, then those that are over, newest first. At most 200. */
export async function centreFairs(container: MedusaContainer, centreId: string) {
  const rows = await inTransaction(container, (sql) =>
    sql.query<FairRow & Record<'booths' | 'entries', string>>(
      `SELECT f.*, (SELECT count(*) FROM fair_booth WHERE fair_id = f.id) AS booths,
         (SELECT count(*) FROM fair_entry WHERE fair_id = f.id) AS entries
       FROM centre_fair f WHERE f.centre_id = ?
       ORDER BY CASE f.state WHEN 'open' THEN 0 WHEN 'planned' THEN 1 ELSE 2 END,
         CASE WHEN f.state IN ('open', 'planned') THEN f.first_day END, f.first_day DESC, f.id LIMIT 200`,
      [centreId],
    ),
  )
  return rows.map((row) => ({ ...fairView(row), booths: toDong(row.booths), entries: toDong(row.entries) }))
}

/** What stands at a booth, with the badge of the fair's days. */
export interface FairEntry {
  id: string
  boothId: string
  goods: GoodsFacts
  /** Whole đồng; null where one asks at the booth. */
  price: number | null
  note: string | null
  position: number
}

interface EntryRow {
  id: string
  booth_id: string
  producer_id: string
  product_id: string
  variant_id: string
  price: string | null
  note: string | null
  position: number
  till_price: string | null
  pieces: string
  listed: boolean
}

const ENTRIES = `
  SELECT e.id, e.booth_id, e.producer_id, e.product_id, e.variant_id, e.price, e.note, e.position, p.price AS till_price,
    EXISTS (SELECT 1 FROM product g JOIN product_variant v ON v.product_id = g.id AND v.deleted_at IS NULL
      WHERE v.id = e.variant_id AND g.status = 'published' AND g.deleted_at IS NULL) AS listed,
    (SELECT coalesce(sum(quantity), 0) FROM consignment_stock c WHERE c.shop_id = b.shop_id AND c.variant_id = e.variant_id) AS pieces
  FROM fair_entry e JOIN fair_booth b ON b.id = e.booth_id
  LEFT JOIN consignment_price p ON p.shop_id = b.shop_id AND p.variant_id = e.variant_id
  WHERE e.fair_id = ? ORDER BY e.position, e.id`

/** The entries of a fair in their order, as everybody sees them: goods that are no longer on the site have no page to lead to. */
export async function fairEntries(container: MedusaContainer, fair: FairRow): Promise<FairEntry[]> {
  const rows = await inTransaction(container, (sql) => sql.query<EntryRow>(ENTRIES, [fair.id]))
  const listed = rows.filter((row) => row.listed)
  return await withGoods(container, fair, listed, entryView)
}

async function withGoods<Entry>(
  container: MedusaContainer,
  fair: FairRow,
  rows: readonly EntryRow[],
  toEntry: (row: EntryRow, goods: GoodsFacts) => Entry,
): Promise<Entry[]> {
  const productIds = rows.map(({ product_id }) => product_id)
  const facts = await goodsFacts(container, productIds, fair.first_day, fair.last_day)
  return rows.flatMap((row) => {
    const goods = facts.get(row.variant_id)
    return goods ? [toEntry(row, goods)] : []
  })
}

function entryView(row: EntryRow, goods: GoodsFacts): FairEntry {
  return {
    id: row.id,
    boothId: row.booth_id,
    goods,
    price: row.price === null ? null : toDong(row.price),
    note: row.note,
    position: row.position,
  }
}

/**
 * A fair as the centre works on it: booths with what is left there, entries with the price at the till and the first day without an
 * agreement, goods that may be put there, and sales by producer over its days. Throws ApiError 404 for another centre's.
 */
export async function centreFair(container: MedusaContainer, centreId: string, fairId: string, today: string) {
  const { fair, booths, rows, missing } = await inTransaction(container, async (sql) => {
    const [found] = await sql.query<FairRow>('SELECT * FROM centre_fair WHERE id = ? AND centre_id = ?', [
      fairId,
      centreId,
    ])
    if (!found) throw new ApiError(404, 'not_found')
    const entries = await sql.query<EntryRow>(ENTRIES, [fairId])
    return {
      fair: found,
      booths: await boothsOf(sql, fairId),
      rows: entries,
      missing: isUnderWay(found.state) ? await missingDays(sql, found, entries, today) : new Map<string, string>(),
    }
  })
  const shopIds = booths.map(({ shopId }) => shopId)
  const [entries, goods, sales] = await Promise.all([
    withGoods(container, fair, rows, (row, facts) => ({
      ...entryView(row, facts),
      tillPrice: row.till_price === null ? null : toDong(row.till_price),
      pieces: toDong(row.pieces),
      listed: row.listed,
      withoutAgreementOn: missing.get(row.id) ?? null,
    })),
    isUnderWay(fair.state)
      ? consignableGoods(container, centreId, daysLeft(today, fair.first_day, fair.last_day).from)
      : [],
    salesByProducer(container, centreId, fair.first_day, fair.last_day, shopIds),
  ])
  return {
    fair: fairView(fair),
    booths: booths.map((booth) => ({ ...booth, left: isLeft(booth) })),
    entries,
    goods,
    sales,
  }
}

/** By entry: the first day of the fair that is left on which its goods may not be sold. */
async function missingDays(
  sql: Sql,
  fair: FairRow,
  entries: readonly EntryRow[],
  today: string,
): Promise<Map<string, string>> {
  const days = daysLeft(today, fair.first_day, fair.last_day)
  const found = new Map<string, string>()
  for (const { id, producer_id: producerId, product_id: productId } of entries) {
    const day = await dayWithoutAgreement(sql, { centreId: fair.centre_id, producerId, productId, ...days })
    if (day !== null) found.set(id, day)
  }
  return found
}
