import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { inTransaction, type Sql } from '../money/in-transaction'
import { readHarvests } from '../preorders/read-harvests'
import { finishPacking } from './finish-packing'
import { firstExpired, type LineToPack, type LotPick, mayLeave } from './first-expired'
import { type LotStock, readLotStock, type StockLot } from './lot-stock'
import { linesOfOrder, type OrderLine } from './order-lines'
import { lockOrder, requireOwnOrder } from './own-order'
import { type FoundUnit, findUnits } from './packed-unit'

/** What goes into a parcel. */
export interface PackQuestion {
  /** Made by the page: packed twice with one key, it is one parcel. */
  key: string
  lines: readonly { lineId: string; quantity: number }[]
  /** Lots chosen by the packer; null leaves the choice to what expires first. */
  lots: readonly { lineId: string; lotRef: string; quantity: number; reason: string | null }[] | null
  /** As scanned or typed. */
  codes: readonly string[]
}

/** A pick of the packer or of the rule, with its lot. */
interface GivenLot extends LotPick {
  lot: StockLot
  reason: string | null
}

/**
 * Packs a parcel: lots first expired first out unless the packer chose others with a reason, recalled and expired ones never; every
 * scanned package is of this producer, of a line's product and of the lot it is packed from, in use, and in no other parcel. Then the
 * stock leaves through Medusa's fulfilment. Whatever breaks on the way, there is either the whole parcel or none: see `finishPacking`.
 * Out: the parcel's id, the same for the same key. Throws ApiError 404, 409 `order_state`, `code_packed`, `preorder_early`, 422 `pack_too_many`,
 * `lots_short`, `lot_unfit`, `lot_reason_needed`, `code_other_goods`, `code_other_lot` and those of `findUnits`, 503 `journal_away`.
 */
export async function packOrder(
  container: MedusaContainer,
  tenant: Tenant,
  orderId: string,
  question: PackQuestion,
): Promise<string> {
  await requireOwnOrder(container, tenant, orderId)
  const lines = pickLines(await linesOfOrder(container, orderId), question.lines)
  const productIds = [...new Set(lines.flatMap(({ line }) => line.goods.map((good) => good.productId)))]
  const [stock, units] = await Promise.all([
    readLotStock(container, tenant.partyRef, productIds),
    findUnits(tenant.partyRef, question.codes),
  ])
  const early = await inTransaction(container, (sql) =>
    waitingFor(
      sql,
      lines.map(({ line }) => line),
    ),
  )
  const [first] = early
  if (first) throw new ApiError(409, 'preorder_early', { field: 'lines', extra: { lineId: first[0], from: first[1] } })
  const { id, fresh } = await inTransaction(container, (sql) =>
    holdParcel(sql, { tenant, orderId, question, lines, stock, units }),
  )
  if (fresh) await finishPacking(container, id)
  return id
}

/** Lines whose harvest has not begun, with its first day. */
export async function waitingFor(
  sql: Sql,
  lines: readonly Pick<OrderLine, 'id' | 'variantId'>[],
): Promise<Map<string, string>> {
  const today = vietnamDay(new Date())
  const harvests = await readHarvests(
    sql,
    lines.flatMap((line) => line.variantId ?? []),
  )
  return new Map(
    lines.flatMap((line) => {
      const harvest = harvests.get(line.variantId ?? '')
      return harvest && harvest.from > today ? [[line.id, harvest.from] as const] : []
    }),
  )
}

interface PickedLine {
  line: OrderLine
  quantity: number
}

function pickLines(all: readonly OrderLine[], wanted: PackQuestion['lines']): PickedLine[] {
  const picked = wanted.map(({ lineId, quantity }) => {
    const line = all.find((each) => each.id === lineId)
    if (!line) throw new ApiError(404, 'not_found')
    return { line, quantity }
  })
  if (new Set(wanted.map((each) => each.lineId)).size !== wanted.length) {
    throw new ApiError(400, 'invalid_request', { field: 'lines' })
  }
  return picked
}

interface Holding {
  tenant: Tenant
  orderId: string
  question: PackQuestion
  lines: PickedLine[]
  stock: LotStock
  units: FoundUnit[]
}

async function holdParcel(sql: Sql, holding: Holding): Promise<{ id: string; fresh: boolean }> {
  const { tenant, orderId, question, lines, stock, units } = holding
  const { group, order } = await lockOrder(sql, orderId, tenant.producerId)
  const [known] = await sql.query<{ id: string; order_id: string }>(
    'SELECT id, order_id FROM parcel WHERE producer_id = ? AND key = ?',
    [tenant.producerId, question.key],
  )
  if (known) {
    if (known.order_id !== orderId) throw new ApiError(409, 'order_state')
    return { id: known.id, fresh: false }
  }
  if (order.state !== 'confirmed') throw new ApiError(409, 'order_state')
  await refuseTooMany(sql, orderId, lines)
  // Two packers of one producer share its lots: the second sees what the first has taken.
  await sql.query('SELECT id FROM producer WHERE id = ? FOR NO KEY UPDATE', [tenant.producerId])
  const lots = withoutHeld(stock, await heldLots(sql, tenant.producerId, stock))
  const given = giveLots(lines, lots, question.lots, vietnamDay(new Date()))
  const placed = placeUnits(lines, given, units)

  const [{ no } = { no: 1 }] = await sql.query<{ no: number }>(
    'SELECT coalesce(max(no), 0)::int + 1 AS no FROM parcel WHERE order_id = ?',
    [orderId],
  )
  const id = generateEntityId(undefined, 'pcl')
  await sql.query(
    `INSERT INTO parcel (id, key, order_id, group_id, producer_id, no, state, packed_by, sample, packed_at)
     VALUES (?, ?, ?, ?, ?, ?, 'packing', ?, ?, now())`,
    [id, question.key, orderId, group.id, tenant.producerId, no, tenant.memberId, tenant.sample],
  )
  for (const { line, quantity } of lines) {
    await sql.query(
      'INSERT INTO parcel_line (id, parcel_id, order_id, line_id, product_id, title, quantity) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [generateEntityId(undefined, 'pcln'), id, orderId, line.id, line.productId, line.title, quantity],
    )
  }
  for (const each of given) {
    const amount = each.lot.net && { value: each.lot.net.value * each.quantity, unit: each.lot.net.unit }
    await sql.query(
      `INSERT INTO parcel_lot (id, parcel_id, line_id, product_id, producer_id, lot_ref, lot_code, best_before, packed_on, quantity, amount, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
      [
        ...[generateEntityId(undefined, 'plot'), id, each.lineId, each.lot.productId, tenant.producerId],
        ...[each.lotRef, each.lot.code, each.lot.bestBefore, each.lot.packedOn, each.quantity],
        ...[amount === null ? null : JSON.stringify(amount), each.reason],
      ],
    )
  }
  for (const { unit, lineId, lotRef } of placed) await holdUnit(sql, id, unit, lineId, lotRef)
  return { id, fresh: true }
}

async function refuseTooMany(sql: Sql, orderId: string, lines: readonly PickedLine[]): Promise<void> {
  const packed = await packedOf(sql, orderId)
  for (const { line, quantity } of lines) {
    if (quantity + (packed.get(line.id) ?? 0) > line.quantity) {
      throw new ApiError(422, 'pack_too_many', { field: 'lines', extra: { lineId: line.id } })
    }
  }
}

/** How many of each line lie in parcels that were not unpacked. */
export async function packedOf(sql: Sql, orderId: string): Promise<Map<string, number>> {
  const rows = await sql.query<{ line_id: string; quantity: number }>(
    `SELECT l.line_id, sum(l.quantity)::int AS quantity FROM parcel_line l JOIN parcel p ON p.id = l.parcel_id
     WHERE l.order_id = ? AND p.state <> 'unpacked' GROUP BY l.line_id`,
    [orderId],
  )
  return new Map(rows.map((row) => [row.line_id, row.quantity]))
}

/** Packages of parcels that the book had not been told of when it was read. */
async function heldLots(sql: Sql, producerId: string, stock: LotStock): Promise<Map<string, number>> {
  const rows = await sql.query<{ lot_ref: string; quantity: number }>(
    `SELECT t.lot_ref, sum(t.quantity)::int AS quantity FROM parcel_lot t JOIN parcel p ON p.id = t.parcel_id
     WHERE t.producer_id = ? AND p.state <> 'unpacked' AND (p.told_at IS NULL OR p.told_at > ?) AND t.lot_ref = ANY(?)
     GROUP BY t.lot_ref`,
    [producerId, stock.readAt, stock.lots.map((lot) => lot.ref)],
  )
  return new Map(rows.map((row) => [row.lot_ref, row.quantity]))
}

function withoutHeld({ lots }: LotStock, held: ReadonlyMap<string, number>): StockLot[] {
  return lots.map((lot) => ({
    ...lot,
    free: lot.free === null ? null : Math.max(0, lot.free - (held.get(lot.ref) ?? 0)),
  }))
}

/** The packages of a line, by product: a gift set is packed from the lots of what it holds. */
export function goodsToPack({ line, quantity }: PickedLine): LineToPack[] {
  const pieces = new Map<string, number>()
  for (const { productId, each } of line.goods) pieces.set(productId, (pieces.get(productId) ?? 0) + each * quantity)
  return [...pieces].map(([productId, sum]) => ({ lineId: line.id, productId, quantity: sum }))
}

/** Goods without any lot in the book (a basket, a scarf) go without one; goods with lots do not. */
function giveLots(
  lines: readonly PickedLine[],
  lots: readonly StockLot[],
  chosen: PackQuestion['lots'],
  today: string,
): GivenLot[] {
  const booked = new Set(lots.map((lot) => lot.productId))
  const wanted = lines.flatMap(goodsToPack).filter(({ productId }) => booked.has(productId))
  const rule = firstExpired(wanted, lots, today)
  const lotOf = (ref: string) => lots.find((lot) => lot.ref === ref)
  if (chosen === null) {
    const [missing] = rule.short
    if (missing)
      throw new ApiError(422, 'lots_short', { field: 'lots', extra: { lineId: missing[0], short: missing[1] } })
    return rule.picks.flatMap((pick) => {
      const lot = lotOf(pick.lotRef)
      return lot ? [{ ...pick, lot, reason: null }] : []
    })
  }
  const taken = new Map<string, number>()
  const given = chosen.map((pick) => {
    const lot = lotOf(pick.lotRef)
    const line = wanted.find((each) => each.lineId === pick.lineId && each.productId === lot?.productId)
    const used = (taken.get(pick.lotRef) ?? 0) + pick.quantity
    taken.set(pick.lotRef, used)
    if (!lot || !line || !mayLeave(lot, today) || used > (lot.free ?? used)) {
      throw new ApiError(422, 'lot_unfit', { field: 'lots', extra: { lot: lot?.code ?? pick.lotRef } })
    }
    return { ...pick, lot }
  })
  for (const line of wanted) {
    const sum = given
      .filter((pick) => pick.lineId === line.lineId && pick.lot.productId === line.productId)
      .reduce((all, pick) => all + pick.quantity, 0)
    if (sum !== line.quantity) throw new ApiError(422, 'lots_short', { field: 'lots', extra: { lineId: line.lineId } })
  }
  for (const pick of given) {
    const byRule = rule.picks.find((each) => each.lineId === pick.lineId && each.lotRef === pick.lotRef)
    if (pick.quantity > (byRule?.quantity ?? 0) && !pick.reason) {
      throw new ApiError(422, 'lot_reason_needed', { field: 'lots', extra: { lot: pick.lot.code } })
    }
  }
  return given
}

/** Puts each scanned package to a line and lot that still take one. */
function placeUnits(
  lines: readonly PickedLine[],
  given: readonly GivenLot[],
  units: readonly FoundUnit[],
): { unit: FoundUnit; lineId: string; lotRef: string }[] {
  const room = given.map((each) => ({ ...each, left: each.quantity }))
  const goods = lines.flatMap(goodsToPack)
  const bare = goods
    .filter((good) => given.every((each) => each.lineId !== good.lineId || each.lot.productId !== good.productId))
    .map((good) => ({ ...good, left: good.quantity }))
  return units.map((unit) => {
    const scanned = { field: 'codes', extra: { scanned: unit.code } }
    if (goods.every((good) => good.productId !== unit.productId)) throw new ApiError(422, 'code_other_goods', scanned)
    const lot = room.find(
      (each) =>
        each.lot.productId === unit.productId &&
        each.left > 0 &&
        (unit.lotNo === null || each.lot.lotNo === unit.lotNo),
    )
    if (lot) {
      lot.left -= 1
      return { unit, lineId: lot.lineId, lotRef: lot.lotRef }
    }
    const line = bare.find((each) => each.productId === unit.productId && each.left > 0)
    if (line) {
      line.left -= 1
      return { unit, lineId: line.lineId, lotRef: '' }
    }
    const ofLot = room.some((each) => each.lot.productId === unit.productId && each.lot.lotNo === unit.lotNo)
    throw new ApiError(422, unit.lotNo === null || ofLot ? 'code_too_many' : 'code_other_lot', scanned)
  })
}

/** The table lets one package lie in one parcel: the condition is its unique index. */
async function holdUnit(sql: Sql, parcelId: string, unit: FoundUnit, lineId: string, lotRef: string): Promise<void> {
  const held = await sql.query(
    `INSERT INTO parcel_unit (id, parcel_id, line_id, lot_ref, code, batch_no, unit_index) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (batch_no, unit_index) WHERE released_at IS NULL DO NOTHING RETURNING id`,
    [generateEntityId(undefined, 'punt'), parcelId, lineId, lotRef, unit.code, unit.batchNo, unit.index],
  )
  if (held.length === 0) throw new ApiError(409, 'code_packed', { field: 'codes', extra: { scanned: unit.code } })
}
