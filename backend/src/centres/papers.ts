import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { agreementOnIn } from '../sellers/agreement-on'
import { type GoodsFacts, goodsFacts } from './goods-facts'
import { type GoodsMove, moveGoods } from './move-goods'
import { type OwnShop, ownShop } from './own-shop'

export type PaperKind = 'receipt' | 'return' | 'loss' | 'move'

/** Who does it at the centre. */
export interface CentreDoer {
  id: string
  name: string
  sample: boolean
}

export interface PaperInput {
  centreId: string
  shopId: string
  kind: PaperKind
  /** Made by the form: sent twice it is written once. */
  requestKey: string
  /** Where goods go, of a move. */
  toShopId: string | null
  /** Who handed the goods over, or took them back. */
  handedBy: string | null
  note: string | null
  lines: readonly {
    productId: string
    variantId: string
    lotNo: string
    quantity: number
    /** Price on the shelf as agreed with the producer, whole đồng; of a receipt. */
    unitPrice: number | null
    expiresOn: string | null
  }[]
  by: CentreDoer
}

const KNOWN = `SELECT id FROM consignment_paper WHERE centre_id = ? AND request_key = ?`

const INSERT = `
  INSERT INTO consignment_paper (id, request_key, number, kind, centre_id, shop_id, to_shop_id, producer_id, handed_by, note, corrects,
    done_by, done_by_name, at, sample)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (centre_id, request_key) DO NOTHING RETURNING id`

const PRICE = `
  INSERT INTO consignment_price (shop_id, variant_id, price) VALUES (?, ?, ?)
  ON CONFLICT (shop_id, variant_id) DO UPDATE SET price = excluded.price, changed_at = now()
  WHERE consignment_price.price <> excluded.price`

/**
 * Writes a paper of the centre and moves its goods: a receipt from a producer, a return to one, damage or loss, or a move to another
 * shop of the centre. Out: the paper's id; the same request again gives the same paper.
 * Throws ApiError 404 for a shop of another centre, 422 `no_agreement` for goods of a producer that does not let the centre sell them,
 * 422 `goods_unknown`, `paper_one_producer`, `paper_same_shop`, and 409 `stock_short`.
 */
export async function writePaper(container: MedusaContainer, input: PaperInput): Promise<string> {
  const shop = await ownShop(container, input.centreId, input.shopId)
  const target = input.toShopId === null ? null : await ownShop(container, input.centreId, input.toShopId)
  if (target?.id === shop.id) throw new ApiError(422, 'paper_same_shop', { field: 'toShopId' })
  const now = new Date()
  const day = vietnamDay(now)
  const facts = await goodsFacts(
    container,
    input.lines.map(({ productId }) => productId),
    day,
  )
  const lines = input.lines.map((line) => ({ ...line, facts: requireFacts(facts, line.variantId, line.productId) }))
  const producers = new Set(lines.map((line) => line.facts.producerId))
  const oneProducer = input.kind === 'receipt' || input.kind === 'return'
  if (oneProducer && producers.size !== 1) throw new ApiError(422, 'paper_one_producer')
  return await inTransaction(container, async (sql) => {
    const [known] = await sql.query<{ id: string }>(KNOWN, [input.centreId, input.requestKey])
    if (known) return known.id
    if (input.kind === 'receipt') {
      for (const { facts: goods } of lines) await requireAgreement(sql, goods, input.centreId, day)
    }
    const id = generateEntityId(undefined, 'cpap')
    const made = await sql.query(INSERT, [
      id,
      input.requestKey,
      paperNumber(input.kind, id, day),
      input.kind,
      input.centreId,
      shop.id,
      target?.id ?? null,
      oneProducer ? ([...producers][0] ?? null) : null,
      input.handedBy,
      input.note,
      null,
      input.by.id,
      input.by.name,
      now.toISOString(),
      input.by.sample,
    ])
    if (made.length === 0)
      return (await sql.query<{ id: string }>(KNOWN, [input.centreId, input.requestKey]))[0]?.id ?? id
    const expiries = target === null ? new Map<string, string | null>() : await expiriesOf(sql, shop.id)
    const moves = lines.flatMap((line): GoodsMove[] => {
      const common = {
        kind: input.kind,
        centreId: input.centreId,
        producerId: line.facts.producerId,
        productId: line.facts.productId,
        variantId: line.variantId,
        lotNo: line.lotNo,
        unitPrice: line.unitPrice,
        paperId: id,
        saleId: null,
      }
      const here = { ...common, shopId: shop.id, stockLocationId: shop.stockLocationId }
      if (input.kind === 'receipt') return [{ ...here, quantity: line.quantity, expiresOn: line.expiresOn }]
      const gone = { ...here, quantity: -line.quantity }
      if (target === null) return [gone]
      const expiresOn = expiries.get(`${line.variantId} ${line.lotNo}`) ?? null
      const come = {
        ...common,
        shopId: target.id,
        stockLocationId: target.stockLocationId,
        quantity: line.quantity,
        expiresOn,
      }
      return [gone, come]
    })
    await moveGoods(sql, moves, now)
    for (const { variantId, unitPrice } of lines) {
      if (input.kind === 'receipt' && unitPrice !== null) await sql.query(PRICE, [shop.id, variantId, unitPrice])
      if (target !== null) await carryPrice(sql, shop, target, variantId)
    }
    return id
  })
}

/**
 * Takes a paper back by a counter-entry: every movement once more, the other way round; the first paper stays as it was written.
 * Out: the correction's id. Throws ApiError 404, 409 `paper_corrected` for one that was taken back before or is itself a correction,
 * and 409 `stock_short` when the goods are not there any more.
 */
export async function correctPaper(
  container: MedusaContainer,
  { centreId, paperId, reason, by }: { centreId: string; paperId: string; reason: string; by: CentreDoer },
): Promise<string> {
  const now = new Date()
  return await inTransaction(container, async (sql) => {
    const [paper] = await sql.query<{ shop_id: string; kind: string; producer_id: string | null; corrected: boolean }>(
      `SELECT shop_id, kind, producer_id, EXISTS (SELECT 1 FROM consignment_paper c WHERE c.corrects = p.id) AS corrected
       FROM consignment_paper p WHERE id = ? AND centre_id = ?`,
      [paperId, centreId],
    )
    if (!paper) throw new ApiError(404, 'not_found')
    if (paper.corrected || paper.kind === 'correction') throw new ApiError(409, 'paper_corrected')
    const movements = await sql.query<MovementRow>(
      `SELECT m.*, s.stock_location_id FROM consignment_movement m JOIN shop s ON s.id = m.shop_id WHERE m.paper_id = ?`,
      [paperId],
    )
    const id = generateEntityId(undefined, 'cpap')
    const made = await sql.query(INSERT, [
      id,
      `correct:${paperId}`,
      paperNumber('correction', id, vietnamDay(now)),
      'correction',
      centreId,
      paper.shop_id,
      null,
      paper.producer_id,
      null,
      reason,
      paperId,
      by.id,
      by.name,
      now.toISOString(),
      by.sample,
    ])
    if (made.length === 0) throw new ApiError(409, 'paper_corrected')
    await moveGoods(
      sql,
      movements.map((row) => ({
        ...moveOf(row),
        kind: 'correction',
        quantity: -row.quantity,
        paperId: id,
        saleId: null,
      })),
      now,
    )
    return id
  })
}

/** A movement as the table has it, with its shop's stock location. */
export interface MovementRow {
  centre_id: string
  shop_id: string
  stock_location_id: string
  producer_id: string
  product_id: string
  variant_id: string
  lot_no: string
  quantity: number
  unit_price: string | null
}

/** A row of the history as a move of goods, without its reason. */
export function moveOf(row: MovementRow): Omit<GoodsMove, 'kind' | 'paperId' | 'saleId'> {
  return {
    centreId: row.centre_id,
    shopId: row.shop_id,
    stockLocationId: row.stock_location_id,
    producerId: row.producer_id,
    productId: row.product_id,
    variantId: row.variant_id,
    lotNo: row.lot_no,
    quantity: row.quantity,
    unitPrice: row.unit_price === null ? null : toDong(row.unit_price),
  }
}

const INITIALS = { receipt: 'NK', return: 'TL', loss: 'HH', move: 'CK', count: 'KK', correction: 'DC' } as const

/** A number that people read aloud: initials of the kind, the day, and the id's end. */
export function paperNumber(kind: keyof typeof INITIALS, id: string, day: string): string {
  return `${INITIALS[kind]}-${day.slice(2).replaceAll('-', '')}-${id.slice(-6)}`
}

/** Writes a paper that the caller makes up, of a stock-take. Out: the id. */
export async function insertPaper(
  sql: Sql,
  paper: {
    kind: 'count'
    requestKey: string
    centreId: string
    shopId: string
    note: string | null
    by: CentreDoer
    at: Date
  },
): Promise<string> {
  const id = generateEntityId(undefined, 'cpap')
  const { kind, requestKey, centreId, shopId, note, by, at } = paper
  const number = paperNumber(kind, id, vietnamDay(at))
  await sql.query(INSERT, [
    id,
    requestKey,
    number,
    kind,
    centreId,
    shopId,
    null,
    null,
    null,
    note,
    null,
    by.id,
    by.name,
    at.toISOString(),
    by.sample,
  ])
  return id
}

/** The agreement under which the centre sells a variant on a day. Throws ApiError 422 `no_agreement`. */
export async function requireAgreement(sql: Sql, goods: GoodsFacts, centreId: string, day: string) {
  const agreement = await agreementOnIn(sql, goods.producerId, centreId, day)
  const covers = agreement !== null && (agreement.productIds === null || agreement.productIds.includes(goods.productId))
  if (!covers)
    throw new ApiError(422, 'no_agreement', { extra: { producer: goods.producerName, product: goods.productTitle } })
  return agreement
}

function requireFacts(facts: ReadonlyMap<string, GoodsFacts>, variantId: string, productId: string): GoodsFacts {
  const goods = facts.get(variantId)
  if (!goods || goods.productId !== productId) throw new ApiError(422, 'goods_unknown')
  return goods
}

async function expiriesOf(sql: Sql, shopId: string): Promise<Map<string, string | null>> {
  const rows = await sql.query<{ variant_id: string; lot_no: string; expires_on: string | null }>(
    'SELECT variant_id, lot_no, expires_on FROM consignment_stock WHERE shop_id = ?',
    [shopId],
  )
  return new Map(rows.map((row) => [`${row.variant_id} ${row.lot_no}`, row.expires_on]))
}

/** A shop that never sold the goods takes the price of the one they come from. */
async function carryPrice(sql: Sql, from: OwnShop, to: OwnShop, variantId: string): Promise<void> {
  await sql.query(
    `INSERT INTO consignment_price (shop_id, variant_id, price)
     SELECT ?, variant_id, price FROM consignment_price WHERE shop_id = ? AND variant_id = ?
     ON CONFLICT (shop_id, variant_id) DO NOTHING`,
    [to.id, from.id, variantId],
  )
}
