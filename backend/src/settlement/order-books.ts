import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import type { FrozenCommission, FrozenTax, LineTerms } from './line-terms'
import type { LineState } from './postings/earned'
import { linePosition } from './postings/line-position'

/** A line with what was given back of it and, once delivered, its components as the ledger has them. */
export interface LineOnBooks extends LineState {
  onBooks: ReadonlyMap<string, number>
}

export interface OrderOnBooks {
  lines: LineOnBooks[]
  /** True once the sale was posted as the seller's. */
  earned: boolean
  /** What the order's advance account holds. */
  advance: number
}

const TERMS = `
  SELECT line_id, kind, group_id, order_id, producer_id, centre_id, product_id, sector, legal_form, quantity, goods, producer_discount,
    centre_discount, platform_discount, paid, base, commissions, taxes
  FROM line_terms WHERE order_id = ? ORDER BY line_id`

const SHARES = `
  SELECT line_id, sum(quantity)::text AS quantity, sum(amount)::text AS amount
  FROM refund_share WHERE order_id = ? AND taken_back_at IS NULL GROUP BY line_id`

const COMPONENTS = `
  SELECT line_id, memo->>'component' AS component, debit, sum(amount)::text AS amount
  FROM ledger_entry WHERE order_id = ? AND kind IN ('earned', 'terms') GROUP BY line_id, memo->>'component', debit`

const ADVANCE = `
  SELECT (coalesce((SELECT sum(amount) FROM ledger_entry WHERE credit = ?), 0)
    - coalesce((SELECT sum(amount) FROM ledger_entry WHERE debit = ?), 0))::text AS advance`

/**
 * What the ledger says of an order, with its lines locked: whoever posts for the order next waits. `line_terms` rows refuse updates,
 * not locks. Out: no lines for an order that was never frozen.
 */
export async function lockOrderBooks(sql: Sql, orderId: string): Promise<OrderOnBooks> {
  await sql.query('SELECT 1 FROM line_terms WHERE order_id = ? ORDER BY line_id FOR UPDATE', [orderId])
  return readOrderBooks(sql, orderId)
}

/** As `lockOrderBooks`, for who only looks. */
export async function readOrderBooks(sql: Sql, orderId: string): Promise<OrderOnBooks> {
  const terms = (await sql.query<TermsRow>(TERMS, [orderId])).map(termsOf)
  const shares = await sql.query<{ line_id: string; quantity: string; amount: string }>(SHARES, [orderId])
  const refunded = new Map(
    shares.map((row) => [row.line_id, { quantity: toDong(row.quantity), amount: toDong(row.amount) }]),
  )
  const booked = await sql.query<ComponentRow>(COMPONENTS, [orderId])
  const [account] = await sql.query<{ advance: string }>(ADVANCE, [`advance:${orderId}`, `advance:${orderId}`])
  return {
    earned: booked.length > 0,
    advance: toDong(account?.advance ?? 0),
    lines: terms.map((line) => {
      const given = refunded.get(line.lineId) ?? { quantity: 0, amount: 0 }
      const forward = new Map(linePosition(line, given).map(({ component, debit }) => [component, debit as string]))
      const onBooks = new Map<string, number>()
      for (const { component, debit, amount } of booked.filter((row) => row.line_id === line.lineId)) {
        const sign = forward.get(component) === debit ? 1 : -1
        onBooks.set(component, (onBooks.get(component) ?? 0) + sign * toDong(amount))
      }
      return { terms: line, refunded: given, onBooks }
    }),
  }
}

interface ComponentRow {
  line_id: string
  component: string
  debit: string
  amount: string
}

interface TermsRow {
  line_id: string
  kind: 'goods' | 'freight'
  group_id: string
  order_id: string
  producer_id: string
  centre_id: string | null
  product_id: string | null
  sector: string | null
  legal_form: string
  quantity: number
  goods: string
  producer_discount: string
  centre_discount: string
  platform_discount: string
  paid: string
  base: string
  commissions: FrozenCommission[]
  taxes: FrozenTax[]
}

function termsOf(row: TermsRow): LineTerms {
  return {
    lineId: row.line_id,
    kind: row.kind,
    groupId: row.group_id,
    orderId: row.order_id,
    producerId: row.producer_id,
    centreId: row.centre_id,
    productId: row.product_id,
    sector: row.sector,
    legalForm: row.legal_form,
    quantity: row.quantity,
    goods: toDong(row.goods),
    producerDiscount: toDong(row.producer_discount),
    centreDiscount: toDong(row.centre_discount),
    platformDiscount: toDong(row.platform_discount),
    paid: toDong(row.paid),
    base: toDong(row.base),
    commissions: row.commissions,
    taxes: row.taxes,
  }
}
