import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { HOLDING_STATES, SELLERS_FAULT } from '../modules/after-sale/states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { linesOfOrder, type OrderLine } from '../parcels/order-lines'
import { lockOrder } from '../parcels/own-order'
import { freightLine } from '../settlement/line-terms'
import { quoteRefund } from '../settlement/post-refunds'
import type { ReturnFields } from './bodies'
import { mayAskBack, perishableOf, returnTermsOn } from './return-terms'
import { tellProducer } from './tell-sides'

/** A photo that was checked and stored. */
export interface StoredPhoto {
  file: string
  sha256: string
  mediaType: string
  bytes: number
}

/**
 * A buyer asks goods back, or asks to cancel what the producer has confirmed. Each line's quantity and the reason are held against what
 * was bought, what was asked before and the terms of its goods; the amount is what was paid for exactly these units (and the freight,
 * when all of an order comes back for a fault of the seller's).
 * In: the group the caller has proven to hold, Medusa's order, and photos that are stored. Out: the request's id; the same for the same key.
 * Throws ApiError 404, 409 `request_state` when the order is at the wrong point, 422 `return_too_many`, `return_window`,
 * `return_reason`, `return_photo` (for what a photo has to show).
 */
export async function askReturn(
  container: MedusaContainer,
  groupId: string,
  orderId: string,
  asked: ReturnFields,
  photos: readonly StoredPhoto[],
): Promise<string> {
  const lines = await linesOfOrder(container, orderId)
  const perishable = await perishableOf(
    container,
    lines.map((line) => line.productId),
  )
  const now = new Date()
  return inTransaction(container, async (sql) => {
    const { group, order } = await lockOrder(sql, orderId, null)
    if (group.id !== groupId) throw new ApiError(404, 'not_found')
    const [known] = await sql.query<{ id: string }>('SELECT id FROM return_request WHERE order_id = ? AND key = ?', [
      orderId,
      asked.key,
    ])
    if (known) return known.id
    const deliveredAt = await deliveredAtOf(sql, orderId)
    const early = order.state === 'confirmed' || order.state === 'packed'
    if (asked.kind === 'cancel' ? !early : deliveredAt === null) throw new ApiError(409, 'request_state')
    const back = await checkedLines(sql, orderId, lines, asked)
    if (asked.kind === 'cancel') {
      const whole = lines.every((line) => back.get(line.id) === line.quantity)
      if (!whole) throw new ApiError(422, 'cancel_whole', { field: 'lines' })
    } else {
      const terms = await returnTermsOn(sql, vietnamDay(now))
      for (const line of lines.filter((each) => back.has(each.id))) {
        const own = perishable.has(line.productId) ? terms.perishable : terms.ordinary
        if (!own.reasons.includes(asked.reason)) throw new ApiError(422, 'return_reason', { field: 'reason' })
        if (!mayAskBack(own, asked.reason, deliveredAt ?? now, now)) throw new ApiError(422, 'return_window')
      }
      const shown = asked.reason === 'damaged' || asked.reason === 'wrong_goods' || asked.reason === 'not_as_described'
      if (shown && photos.length === 0) throw new ApiError(422, 'return_photo', { field: 'photo' })
    }
    const wholeOrder = lines.every((line) => back.get(line.id) === line.quantity)
    const freight = asked.kind === 'cancel' || (wholeOrder && SELLERS_FAULT.includes(asked.reason))
    const quote = await quoteReturn(sql, orderId, back, freight)
    const id = generateEntityId(undefined, 'rret')
    await sql.query(
      `INSERT INTO return_request (id, key, order_id, group_id, producer_id, kind, reason, note, goods_amount, freight_amount, asked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, asked.key, orderId, groupId, order.producerId, asked.kind, asked.reason, asked.note],
        ...[quote.goods, quote.freight, now],
      ],
    )
    for (const line of lines.filter((each) => back.has(each.id))) {
      await sql.query(
        `INSERT INTO return_line (id, request_id, order_id, line_id, product_id, title, quantity, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[generateEntityId(undefined, 'rlin'), id, orderId, line.id, line.productId, line.title],
          ...[back.get(line.id), quote.byLine.get(line.id) ?? 0],
        ],
      )
    }
    for (const photo of photos) {
      await sql.query(
        `INSERT INTO return_file (file, request_id, sha256, media_type, bytes) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (request_id, sha256) DO NOTHING`,
        [photo.file, id, photo.sha256, photo.mediaType, photo.bytes],
      )
    }
    await tellProducer(sql, group, order, id)
    return id
  })
}

/** When the last parcel of an order arrived; null while one is under way. */
async function deliveredAtOf(sql: Sql, orderId: string): Promise<Date | null> {
  const [row] = await sql.query<{ delivered_at: Date | null }>(
    `SELECT delivered_at FROM seller_order WHERE order_id = ? AND state = 'delivered'`,
    [orderId],
  )
  return row?.delivered_at ?? null
}

/** Quantities by line. Throws ApiError 404 for a line of another order, 422 `return_too_many` beyond what is left to ask for. */
async function checkedLines(
  sql: Sql,
  orderId: string,
  lines: readonly OrderLine[],
  asked: ReturnFields,
): Promise<Map<string, number>> {
  const held = await sql.query<{ line_id: string; quantity: number }>(
    `SELECT l.line_id, sum(l.quantity)::int AS quantity FROM return_line l JOIN return_request r ON r.id = l.request_id
     WHERE l.order_id = ? AND r.state = ANY(?) GROUP BY l.line_id`,
    [orderId, [...HOLDING_STATES]],
  )
  const before = new Map(held.map((row) => [row.line_id, row.quantity]))
  const back = new Map<string, number>()
  for (const { lineId, quantity } of asked.lines) {
    const line = lines.find((each) => each.id === lineId)
    if (!line || back.has(lineId)) throw new ApiError(404, 'not_found')
    if (quantity + (before.get(lineId) ?? 0) > line.quantity) {
      throw new ApiError(422, 'return_too_many', { field: 'lines', extra: { lineId } })
    }
    back.set(lineId, quantity)
  }
  return back
}

/** What units of lines come to today, by what was paid for them and what went back before. */
export async function quoteReturn(
  sql: Sql,
  orderId: string,
  back: ReadonlyMap<string, number>,
  freight: boolean,
): Promise<{
  goods: number
  freight: number
  byLine: Map<string, number>
  lines: { lineId: string; quantity: number; amount: number }[]
}> {
  const wanted = [...back].map(([lineId, quantity]) => ({ lineId, quantity }))
  const { shares } = await quoteRefund(sql, orderId, wanted)
  const paidFreight = freight ? await freightLeft(sql, orderId) : 0
  const lines = shares.filter(({ amount, quantity }) => amount > 0 || quantity > 0)
  return {
    goods: shares.reduce((sum, { amount }) => sum + amount, 0),
    freight: paidFreight,
    byLine: new Map(shares.map(({ lineId, amount }) => [lineId, amount])),
    lines: paidFreight > 0 ? [...lines, { lineId: freightLine(orderId), quantity: 1, amount: paidFreight }] : lines,
  }
}

async function freightLeft(sql: Sql, orderId: string): Promise<number> {
  const [row] = await sql.query<{ left: string }>(
    `SELECT (t.paid - coalesce((SELECT sum(s.amount) FROM refund_share s WHERE s.line_id = t.line_id AND s.taken_back_at IS NULL), 0))::text AS left
     FROM line_terms t WHERE t.line_id = ?`,
    [freightLine(orderId)],
  )
  return Number(row?.left ?? 0)
}
