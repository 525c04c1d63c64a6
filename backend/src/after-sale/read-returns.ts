import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { HOLDING_STATES, type RequestKind, type RequestState, type ReturnReason } from '../modules/after-sale/states'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { linesOfOrder } from '../parcels/order-lines'
import { perishableOf, returnTermsOn } from './return-terms'

/** A request as both sides and the operator see it. Money is whole đồng, moments are UTC. */
export interface ReturnView {
  id: string
  orderId: string
  kind: RequestKind
  state: RequestState
  reason: ReturnReason
  note: string | null
  goodsAmount: number
  freightAmount: number
  refundAmount: number | null
  answer: string | null
  askedAt: string
  answeredAt: string | null
  receivedAt: string | null
  sellable: boolean | null
  lines: { lineId: string; title: string; quantity: number; amount: number }[]
  photos: string[]
  dispute: {
    id: string
    state: 'open' | 'decided'
    statement: string
    openedAt: string
    outcome: 'refund' | 'partial' | 'refuse' | null
    amount: number | null
    decision: string | null
  } | null
}

/** A request in dispute, as the operator sees it: with the number people know the order by, and the seller. */
export interface DisputeView extends ReturnView {
  number: string
  producer: string
}

interface Row {
  id: string
  order_id: string
  kind: RequestKind
  state: RequestState
  reason: ReturnReason
  note: string | null
  goods_amount: string
  freight_amount: string
  refund_amount: string | null
  answer: string | null
  asked_at: Date
  answered_at: Date | null
  received_at: Date | null
  sellable: boolean | null
  lines: ReturnView['lines'] | null
  photos: string[] | null
  dispute_id: string | null
  dispute_state: 'open' | 'decided' | null
  statement: string | null
  opened_at: Date | null
  outcome: 'refund' | 'partial' | 'refuse' | null
  amount: string | null
  decision: string | null
}

const SELECT = `
  SELECT r.*, d.id AS dispute_id, d.state AS dispute_state, d.statement, d.opened_at, d.outcome, d.amount::text AS amount, d.decision,
    (SELECT jsonb_agg(jsonb_build_object('lineId', l.line_id, 'title', l.title, 'quantity', l.quantity, 'amount', l.amount) ORDER BY l.id)
       FROM return_line l WHERE l.request_id = r.id) AS lines,
    (SELECT jsonb_agg(f.file ORDER BY f.file) FROM return_file f WHERE f.request_id = r.id) AS photos
  FROM return_request r LEFT JOIN dispute d ON d.request_id = r.id`

/** Requests of orders, newest first. */
export async function returnsOf(container: MedusaContainer, orderIds: readonly string[]): Promise<ReturnView[]> {
  if (orderIds.length === 0) return []
  return inTransaction(container, async (sql) =>
    (await sql.query<Row>(`${SELECT} WHERE r.order_id = ANY(?) ORDER BY r.asked_at DESC`, [[...orderIds]])).map(view),
  )
}

/** A page of disputes for the operator, the oldest open one first. */
export async function readDisputes(
  container: MedusaContainer,
  { state, limit, offset }: { state: 'open' | 'decided' | 'all'; limit: number; offset: number },
): Promise<{ disputes: DisputeView[]; count: number }> {
  return inTransaction(container, async (sql) => {
    const where = state === 'all' ? 'd.id IS NOT NULL' : `d.state = '${state === 'open' ? 'open' : 'decided'}'`
    const rows = await sql.query<Row & { number: string; producer: string }>(
      `SELECT x.*, g.display_no || '/' || o.position AS number, p.name AS producer FROM (${SELECT} WHERE ${where}) x
       JOIN seller_order o ON o.order_id = x.order_id JOIN order_group g ON g.id = o.group_id LEFT JOIN producer p ON p.id = o.producer_id
       ORDER BY x.opened_at ${state === 'open' ? 'ASC' : 'DESC'}, x.id LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    const [total] = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM return_request r LEFT JOIN dispute d ON d.request_id = r.id WHERE ${where}`,
    )
    return {
      disputes: rows.map((row) => ({ ...view(row), number: row.number, producer: row.producer })),
      count: total?.count ?? 0,
    }
  })
}

/** What a buyer may still ask back of an order, and how: lines with their quantities, and reasons with the last moment for each. */
export interface ReturnChoices {
  kind: RequestKind | null
  lines: {
    lineId: string
    title: string
    variant: string | null
    left: number
    perishable: boolean
    reasons: ReturnReason[]
    until: string | null
  }[]
}

/** The choices of the return page. In: a group the caller has proven to hold. Throws ApiError 404. */
export async function returnChoices(
  container: MedusaContainer,
  groupId: string,
  orderId: string,
): Promise<ReturnChoices> {
  const lines = await linesOfOrder(container, orderId)
  const perishable = await perishableOf(
    container,
    lines.map((line) => line.productId),
  )
  return inTransaction(container, async (sql) => {
    const [order] = await sql.query<{ state: string; delivered_at: Date | null }>(
      'SELECT state, delivered_at FROM seller_order WHERE order_id = ? AND group_id = ?',
      [orderId, groupId],
    )
    if (!order) throw new ApiError(404, 'not_found')
    const held = await heldQuantities(sql, orderId)
    const terms = await returnTermsOn(sql, vietnamDay(new Date()))
    const delivered = order.state === 'delivered' ? order.delivered_at : null
    const kind = delivered ? 'return' : order.state === 'confirmed' || order.state === 'packed' ? 'cancel' : null
    return {
      kind,
      lines: lines.map((line) => {
        const own = perishable.has(line.productId) ? terms.perishable : terms.ordinary
        const until = delivered === null ? null : new Date(delivered.getTime() + own.hours * 3_600_000)
        const over = until !== null && until < new Date()
        return {
          lineId: line.id,
          title: line.title,
          variant: line.variantTitle,
          left: kind === null || over ? 0 : line.quantity - (held.get(line.id) ?? 0),
          perishable: perishable.has(line.productId),
          reasons:
            kind === 'cancel' ? (['ordered_by_mistake', 'changed_mind', 'too_late'] as const).slice() : own.reasons,
          until: until?.toISOString() ?? null,
        }
      }),
    }
  })
}

async function heldQuantities(sql: Sql, orderId: string): Promise<Map<string, number>> {
  const rows = await sql.query<{ line_id: string; quantity: number }>(
    `SELECT l.line_id, sum(l.quantity)::int AS quantity FROM return_line l JOIN return_request r ON r.id = l.request_id
     WHERE l.order_id = ? AND r.state = ANY(?) GROUP BY l.line_id`,
    [orderId, [...HOLDING_STATES]],
  )
  return new Map(rows.map((row) => [row.line_id, row.quantity]))
}

function view(row: Row): ReturnView {
  return {
    id: row.id,
    orderId: row.order_id,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    note: row.note,
    goodsAmount: toDong(row.goods_amount),
    freightAmount: toDong(row.freight_amount),
    refundAmount: row.refund_amount === null ? null : toDong(row.refund_amount),
    answer: row.answer,
    askedAt: row.asked_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    receivedAt: row.received_at?.toISOString() ?? null,
    sellable: row.sellable,
    lines: (row.lines ?? []).map((line) => ({ ...line, amount: toDong(line.amount) })),
    photos: row.photos ?? [],
    dispute:
      row.dispute_id === null || row.dispute_state === null
        ? null
        : {
            id: row.dispute_id,
            state: row.dispute_state,
            statement: row.statement ?? '',
            openedAt: row.opened_at?.toISOString() ?? '',
            outcome: row.outcome,
            amount: row.amount === null ? null : toDong(row.amount),
            decision: row.decision,
          },
  }
}
