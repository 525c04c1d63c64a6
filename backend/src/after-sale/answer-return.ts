import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import { type RequestKind, type RequestState, type ReturnReason, SELLERS_FAULT } from '../modules/after-sale/states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { cancelSellerOrderIn } from '../order-groups/cancel-orders'
import type { LockedGroup, LockedSellerOrder } from '../order-groups/settle-group'
import { numberOf, unpackAll } from '../parcels/move-orders'
import { linesOfOrder, type OrderLine } from '../parcels/order-lines'
import { lockOrder } from '../parcels/own-order'
import { restockIn, shelfMoves, shelfOf } from '../parcels/restock'
import { askRefund } from '../payments/refunds'
import { quoteReturn } from './ask-return'
import { tellBuyer } from './tell-sides'

interface RequestRow {
  id: string
  order_id: string
  group_id: string
  producer_id: string
  kind: RequestKind
  state: RequestState
  reason: ReturnReason
}
interface Locked {
  group: LockedGroup
  order: LockedSellerOrder
  request: RequestRow
  back: Map<string, number>
}

type Who = Pick<Tenant, 'memberId' | 'producerId'>

/**
 * The producer agrees: the money goes back at once, exactly for the units asked back (partial refunds of one line add up to what was
 * paid for it), and a cancellation ends the order. In: `sellable` when the goods are back already. Agreed again it changes nothing.
 * Throws ApiError 404, 409 `request_state`, `order_state` when goods to be canceled have left meanwhile.
 */
export async function acceptReturn(
  container: MedusaContainer,
  who: Who,
  requestId: string,
  { answer, sellable }: { answer: string | null; sellable: boolean | null },
): Promise<void> {
  const request = await requireOwnRequest(container, who, requestId)
  const [lines, shelf] = await Promise.all([
    linesOfOrder(container, request.order_id),
    shelfOf(container, request.order_id),
  ])
  if (request.kind === 'cancel' && request.state === 'asked') {
    await unpackAll(container, request.order_id, who.producerId)
  }
  await inTransaction(container, async (sql) => {
    const locked = await lockRequest(sql, requestId)
    if (locked.request.state === 'refunded') return
    requireState(locked, ['asked', 'goods_awaited'])
    if (locked.request.kind === 'cancel') await endOrder(sql, locked, answer ?? '', who.memberId)
    else await payBack(sql, locked, { answer, by: who.memberId, amount: null, lines })
    if (sellable !== null) await takeIn(sql, locked, lines, shelf, sellable)
    await tellBuyer(sql, locked.group, locked.order, { accepted: true, note: answer ?? '', key: `${requestId}:yes` })
  })
}

/** The producer wants the goods back before the money goes. Throws ApiError 404, 409 `request_state`. */
export async function askGoodsBack(
  container: MedusaContainer,
  who: Who,
  requestId: string,
  answer: string,
): Promise<void> {
  await requireOwnRequest(container, who, requestId)
  await inTransaction(container, async (sql) => {
    const locked = await lockRequest(sql, requestId)
    if (locked.request.kind === 'cancel') throw new ApiError(409, 'request_state')
    requireState(locked, ['asked'])
    await answerWith(sql, requestId, 'goods_awaited', answer, who.memberId)
    await tellBuyer(sql, locked.group, locked.order, { accepted: true, note: answer, key: `${requestId}:goods` })
  })
}

/** The producer refuses with a reason; the buyer may take it to the operator. Throws ApiError 404, 409 `request_state`. */
export async function refuseReturn(
  container: MedusaContainer,
  who: Who,
  requestId: string,
  answer: string,
): Promise<void> {
  await requireOwnRequest(container, who, requestId)
  await inTransaction(container, async (sql) => {
    const locked = await lockRequest(sql, requestId)
    requireState(locked, ['asked', 'goods_awaited'])
    await answerWith(sql, requestId, 'refused', answer, who.memberId)
    await tellBuyer(sql, locked.group, locked.order, { accepted: false, note: answer, key: `${requestId}:no` })
  })
}

/** The buyer takes a request back that nobody has decided. In: the group they hold. Throws ApiError 404, 409 `request_state`. */
export async function withdrawReturn(container: MedusaContainer, groupId: string, requestId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const locked = await lockRequest(sql, requestId, groupId)
    if (locked.request.state === 'withdrawn') return
    requireState(locked, ['asked', 'goods_awaited'])
    await sql.query(
      `UPDATE return_request SET state = 'withdrawn', closed_at = now(), updated_at = now() WHERE id = ?`,
      [requestId],
    )
  })
}

/**
 * The buyer takes a refused request to the operator, once. In: the group they hold. Out: the dispute's id.
 * Throws ApiError 404, 409 `request_state`.
 */
export async function openDispute(
  container: MedusaContainer,
  groupId: string,
  requestId: string,
  statement: string,
): Promise<string> {
  return inTransaction(container, async (sql) => {
    const locked = await lockRequest(sql, requestId, groupId)
    const [known] = await sql.query<{ id: string }>('SELECT id FROM dispute WHERE request_id = ?', [requestId])
    if (known) return known.id
    requireState(locked, ['refused'])
    if (locked.request.kind === 'cancel') throw new ApiError(409, 'request_state')
    await requireNotAskedAgain(sql, locked)
    const id = generateEntityId(undefined, 'dspt')
    await sql.query(
      'INSERT INTO dispute (id, request_id, order_id, producer_id, statement, opened_at) VALUES (?, ?, ?, ?, ?, now())',
      [id, requestId, locked.request.order_id, locked.request.producer_id, statement],
    )
    await sql.query(`UPDATE return_request SET state = 'disputed', updated_at = now() WHERE id = ?`, [requestId])
    return id
  })
}

/**
 * The operator decides a dispute: all that was asked for, a part of it, or nothing. Both sides are told. Decided once.
 * Throws ApiError 404, 409 `request_state`, 422 `decision_amount` for a part that is none.
 */
export async function decideDispute(
  container: MedusaContainer,
  userId: string,
  disputeId: string,
  { outcome, amount, decision }: { outcome: 'refund' | 'partial' | 'refuse'; amount: number | null; decision: string },
): Promise<void> {
  const orderId = await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{ order_id: string }>('SELECT order_id FROM dispute WHERE id = ?', [disputeId])
    if (!row) throw new ApiError(404, 'not_found')
    return row.order_id
  })
  const lines = await linesOfOrder(container, orderId)
  await inTransaction(container, async (sql) => {
    const [dispute] = await sql.query<{ request_id: string; state: string }>(
      'SELECT request_id, state FROM dispute WHERE id = ?',
      [disputeId],
    )
    const locked = await lockRequest(sql, dispute?.request_id ?? '')
    requireState(locked, ['disputed'])
    if ((outcome === 'partial') !== (amount !== null)) throw new ApiError(422, 'decision_amount', { field: 'amount' })
    const paid =
      outcome === 'refuse'
        ? 0
        : await payBack(sql, locked, { answer: null, by: `user:${userId}`, amount: amount ?? null, lines })
    if (outcome === 'refuse') {
      await sql.query(
        `UPDATE return_request SET state = 'closed', closed_at = now(), updated_at = now() WHERE id = ?`,
        [locked.request.id],
      )
    }
    await sql.query(
      `UPDATE dispute SET state = 'decided', outcome = ?, amount = ?, decision = ?, decided_at = now(), decided_by = ?, updated_at = now()
       WHERE id = ?`,
      [outcome, paid, decision, userId, disputeId],
    )
    for (const to of [{ groupId: locked.group.id }, { producerId: locked.order.producerId }]) {
      await dispatchIn(sql, {
        to,
        kind: 'dispute_answered',
        params: { displayNo: numberOf(locked.group.displayNo, locked.order.position), decision },
        dedupeKey: `dispute_answered:${disputeId}:${Object.keys(to)[0]}`,
      })
    }
  })
}

/**
 * Goods of a settled request are back: sellable ones go into stock, once. Throws ApiError 404, 409 `request_state` when nothing was
 * paid back for them or they were taken in before.
 */
export async function receiveGoods(
  container: MedusaContainer,
  who: Who,
  requestId: string,
  sellable: boolean,
): Promise<void> {
  const request = await requireOwnRequest(container, who, requestId)
  const [lines, shelf] = await Promise.all([
    linesOfOrder(container, request.order_id),
    shelfOf(container, request.order_id),
  ])
  await inTransaction(container, async (sql) => {
    const locked = await lockRequest(sql, requestId)
    requireState(locked, ['refunded'])
    if (locked.request.kind === 'cancel') throw new ApiError(409, 'request_state')
    await takeIn(sql, locked, lines, shelf, sellable)
  })
}

async function takeIn(
  sql: Sql,
  { request, back }: Locked,
  lines: readonly OrderLine[],
  shelf: string | null,
  sellable: boolean,
): Promise<void> {
  if (request.kind === 'cancel') return
  const taken = await sql.query(
    `UPDATE return_request SET sellable = ?, received_at = now(), updated_at = now()
     WHERE id = ? AND received_at IS NULL RETURNING id`,
    [sellable, request.id],
  )
  if (taken.length === 0) throw new ApiError(409, 'request_state')
  if (!sellable || shelf === null) return
  const products = lines.filter((line) => back.has(line.id)).map((line) => line.productId)
  await restockIn(sql, shelfMoves(lines, back, shelf), products)
}

/** Asks the refund of a request and calls it refunded. Out: what goes back, whole đồng. */
async function payBack(
  sql: Sql,
  locked: Locked,
  {
    answer,
    by,
    amount,
    lines,
  }: { answer: string | null; by: string; amount: number | null; lines: readonly OrderLine[] },
): Promise<number> {
  const { request, group, back } = locked
  const whole = lines.every((line) => back.get(line.id) === line.quantity)
  const freight = whole && SELLERS_FAULT.includes(request.reason)
  const quote = await quoteReturn(sql, request.order_id, back, freight)
  const most = quote.goods + quote.freight
  if (amount !== null && amount >= most) throw new ApiError(422, 'decision_amount', { field: 'amount' })
  const paid = amount ?? most
  const refundId =
    paid === 0
      ? null
      : await askRefund(sql, {
          ...{ groupId: group.id, orderId: request.order_id, receiptId: null, amount: paid },
          ...{ reason: `return:${request.reason}`, key: `return:${request.id}` },
          lines: amount === null ? quote.lines : cutLines(quote.lines, amount),
        })
  await sql.query(
    `UPDATE return_request SET state = 'refunded', refund_id = ?, refund_amount = ?, answer = coalesce(?, answer), answered_at = now(),
       answered_by = ?, closed_at = now(), updated_at = now() WHERE id = ?`,
    [refundId, paid, answer, by, request.id],
  )
  return paid
}

/** A part of a refund: whole lines as far as it goes, then a price reduction (no units) of the next. */
export function cutLines(
  lines: readonly { lineId: string; quantity: number; amount: number }[],
  amount: number,
): { lineId: string; quantity: number; amount: number }[] {
  let left = amount
  return lines.flatMap((line) => {
    const part = Math.min(left, line.amount)
    left -= part
    if (part === 0) return []
    return [{ lineId: line.lineId, quantity: part === line.amount ? line.quantity : 0, amount: part }]
  })
}

/** A cancellation the producer agreed to: the order ends as any canceled one, its refund asked for with it. */
async function endOrder(sql: Sql, { request, order }: Locked, answer: string, by: string): Promise<void> {
  const left = order.total - order.refunded
  await cancelSellerOrderIn(sql, request.order_id, answer || 'Người mua xin hủy', `producer:${by}`)
  await sql.query(
    `UPDATE return_request SET state = 'refunded', refund_amount = ?, answer = ?, answered_at = now(), answered_by = ?, closed_at = now(),
       updated_at = now() WHERE id = ?`,
    [left, answer || null, by, request.id],
  )
}

async function answerWith(sql: Sql, id: string, state: RequestState, answer: string, by: string): Promise<void> {
  await sql.query(
    `UPDATE return_request SET state = ?, answer = ?, answered_at = now(), answered_by = ?, updated_at = now() WHERE id = ?`,
    [state, answer, by, id],
  )
}

/** A refused request held nothing: if its goods were asked for again meanwhile, that request is the one to dispute. */
async function requireNotAskedAgain(sql: Sql, { request, back }: Locked): Promise<void> {
  const rows = await sql.query<{ line_id: string; quantity: number }>(
    `SELECT l.line_id, sum(l.quantity)::int AS quantity FROM return_line l JOIN return_request r ON r.id = l.request_id
     WHERE l.order_id = ? AND r.id <> ? AND r.state IN ('asked', 'goods_awaited', 'disputed', 'refunded') GROUP BY l.line_id`,
    [request.order_id, request.id],
  )
  if (rows.some((row) => back.has(row.line_id))) throw new ApiError(409, 'request_state')
}

/** A request with its group and order locked, the group first. Throws ApiError 404. */
async function lockRequest(sql: Sql, requestId: string, groupId?: string): Promise<Locked> {
  const [found] = await sql.query<{ order_id: string }>('SELECT order_id FROM return_request WHERE id = ?', [requestId])
  if (!found) throw new ApiError(404, 'not_found')
  const { group, order } = await lockOrder(sql, found.order_id, null)
  if (groupId !== undefined && group.id !== groupId) throw new ApiError(404, 'not_found')
  const [request] = await sql.query<RequestRow>('SELECT * FROM return_request WHERE id = ? FOR UPDATE', [requestId])
  if (!request) throw new ApiError(404, 'not_found')
  const rows = await sql.query<{ line_id: string; quantity: number }>(
    'SELECT line_id, quantity FROM return_line WHERE request_id = ?',
    [requestId],
  )
  return { group, order, request, back: new Map(rows.map((row) => [row.line_id, row.quantity])) }
}

function requireState({ request }: Locked, states: readonly RequestState[]): void {
  if (!states.includes(request.state)) throw new ApiError(409, 'request_state')
}

async function requireOwnRequest(container: MedusaContainer, who: Who, requestId: string): Promise<RequestRow> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<RequestRow>('SELECT * FROM return_request WHERE id = ?', [requestId]),
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== who.producerId) {
    throw foreignRow({ actor: 'producer', id: who.memberId }, { type: 'return_request', id: requestId })
  }
  return row
}
