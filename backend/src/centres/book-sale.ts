import { createHash } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError, isApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type CounterOrder, postCounterSale } from '../settlement/post-counter-sale'
import { checkLabels } from './check-labels'
import { type GoodsFacts, goodsFacts } from './goods-facts'
import { type GoodsMove, moveGoods, stockShort } from './move-goods'
import { type OwnShop, ownShop } from './own-shop'
import { type CentreDoer, insertPaper, paperNumber, requireAgreement } from './papers'

/** A sale as the till sends it; the same `clientId` is the same sale, however often it is sent. */
export interface SaleInput {
  /** UUID made on the device. */
  clientId: string
  method: 'cash' | 'transfer'
  /** Whole đồng. */
  total: number
  /** Cash handed over; null for a transfer. */
  tendered: number | null
  /** The bank's number of a transfer, as the seller read it. */
  bankReference: string | null
  /** Rung up without a network. */
  offline: boolean
  /** The device's clock, which may be wrong. */
  deviceAt: string
  lines: readonly SaleLineInput[]
}

export interface SaleLineInput {
  productId: string
  variantId: string
  /** Null lets the till take what expires first. */
  lotNo: string | null
  quantity: number
  unitPrice: number
  /** Codes of single packages that were scanned. */
  unitCodes: string[]
}

export type SaleAnswer =
  | { state: 'booked' | 'already'; saleId: string }
  /** It could not be booked and waits for a person, with the money and goods as they moved. */
  | { state: 'query'; queryId: string; code: string }

/** What a person may decide when they book a sale that was rung up without a network. */
export interface Allowances {
  price: boolean
  recall: boolean
  /** The book held less than was sold: what is missing is found first. */
  missing: boolean
}

const NO_ALLOWANCE: Allowances = { price: false, recall: false, missing: false }
const OLDEST_MS = 30 * 86_400_000

/**
 * Books a sale at a counter: rows, stock and ledger in one transaction, or nothing.
 * A sale that was rung up without a network and cannot be booked is kept as a query for a person instead.
 * Throws ApiError 404 for a shop of another centre; 409 `sale_changed` for a known id with other content, `stock_short`,
 * `counter_price_changed`, `unit_sold`; 422 `no_agreement`, `goods_unknown`, `lot_recalled`, `code_out_of_use`, `code_unknown`,
 * `code_other_goods`, `sale_total_wrong`, `cash_short`, `bank_reference_required`.
 */
export async function bookSale(
  container: MedusaContainer,
  centreId: string,
  shopId: string,
  input: SaleInput,
  by: CentreDoer,
): Promise<SaleAnswer> {
  const shop = await ownShop(container, centreId, shopId)
  const known = await knownSale(container, shop, input)
  if (known !== null) return known
  try {
    checkMoney(input)
    return { state: 'booked', saleId: await writeSale(container, shop, input, by, new Date(), NO_ALLOWANCE) }
  } catch (error) {
    const refusal = isApiError(error) ? error : null
    if (
      refusal?.code === 'sale_changed' ||
      !input.offline ||
      refusal === null ||
      ![400, 409, 422].includes(refusal.status)
    ) {
      // Two requests with one sale may pass the first look together; the second finds what the first wrote.
      const written = await knownSale(container, shop, input)
      if (written !== null) return written
      throw error
    }
    return await keepQuery(container, shop, input, by, refusal.code)
  }
}

async function knownSale(container: MedusaContainer, shop: OwnShop, input: SaleInput): Promise<SaleAnswer | null> {
  return await inTransaction(container, async (sql) => {
    const [sale] = await sql.query<{ id: string; shop_id: string; digest: string }>(
      'SELECT id, shop_id, digest FROM counter_sale WHERE client_id = ?',
      [input.clientId],
    )
    if (sale) {
      if (sale.shop_id !== shop.id || sale.digest !== digestOf(input)) throw new ApiError(409, 'sale_changed')
      return { state: 'already', saleId: sale.id }
    }
    const [query] = await sql.query<{ id: string; shop_id: string; code: string }>(
      'SELECT id, shop_id, code FROM counter_query WHERE client_id = ?',
      [input.clientId],
    )
    if (!query) return null
    if (query.shop_id !== shop.id) throw new ApiError(409, 'sale_changed')
    return { state: 'query', queryId: query.id, code: query.code }
  })
}

/** What makes two sales of one id the same: all that is money or goods. */
function digestOf({ method, total, tendered, bankReference, lines }: SaleInput): string {
  const goods = lines.map(({ variantId, lotNo, quantity, unitPrice, unitCodes }) => [
    variantId,
    lotNo,
    quantity,
    unitPrice,
    unitCodes,
  ])
  return createHash('sha256')
    .update(JSON.stringify([method, total, tendered, bankReference, goods]))
    .digest('hex')
}

function checkMoney({ method, total, tendered, bankReference, lines }: SaleInput): void {
  const sum = lines.reduce((all, { quantity, unitPrice }) => all + quantity * unitPrice, 0)
  if (sum !== total) throw new ApiError(422, 'sale_total_wrong', { field: 'total' })
  if (method === 'cash' && (tendered === null || tendered < total))
    throw new ApiError(422, 'cash_short', { field: 'tendered' })
  if (method === 'transfer' && bankReference === null) {
    throw new ApiError(422, 'bank_reference_required', { field: 'bankReference' })
  }
}

const INSERT_SALE = `
  INSERT INTO counter_sale (id, client_id, number, centre_id, shop_id, method, total, tendered, bank_reference, offline, sold_at,
    device_at, booked_at, seller_id, seller_name, close_id, digest, sample)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (client_id) DO NOTHING RETURNING id`

const INSERT_LINE = `
  INSERT INTO counter_sale_line (id, sale_id, position, producer_id, product_id, variant_id, lot_no, title, quantity, unit_price, amount,
    stars)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const LOTS = `
  SELECT lot_no, quantity FROM consignment_stock WHERE shop_id = ? AND variant_id = ? AND (?::text IS NULL OR lot_no = ?)
  ORDER BY expires_on NULLS LAST, first_at, lot_no FOR UPDATE`

/** Writes the sale. `closeId`: the close that counted the money already. Throws as `bookSale` says. Out: the sale's id. */
export async function writeSale(
  container: MedusaContainer,
  shop: OwnShop,
  input: SaleInput,
  by: CentreDoer,
  now: Date,
  allow: Allowances,
  closeId: string | null = null,
): Promise<string> {
  const soldAt = input.offline ? believed(input.deviceAt, now) : now
  const day = vietnamDay(soldAt)
  const facts = await goodsFacts(
    container,
    input.lines.map(({ productId }) => productId),
    day,
  )
  const lines = input.lines.map((line) => {
    const goods = facts.get(line.variantId)
    if (!goods || goods.productId !== line.productId) throw new ApiError(422, 'goods_unknown')
    return { ...line, goods }
  })
  await checkLabels(lines, { recallAllowed: allow.recall })
  return await inTransaction(container, async (sql) => {
    const id = generateEntityId(undefined, 'csale')
    const made = await sql.query(INSERT_SALE, [
      id,
      input.clientId,
      paperNumberOfSale(id, day),
      shop.centreId,
      shop.id,
      input.method,
      input.total,
      input.tendered,
      input.bankReference,
      input.offline,
      soldAt.toISOString(),
      new Date(input.deviceAt).toISOString(),
      now.toISOString(),
      by.id,
      by.name,
      closeId,
      digestOf(input),
      by.sample,
    ])
    if (made.length === 0) throw new ApiError(409, 'sale_changed')
    const taken: TakenLine[] = []
    // By variant, as goods are moved: two tills with two baskets never wait for each other in a circle.
    const inOrder = [...lines].sort((one, other) =>
      one.variantId < other.variantId ? -1 : one.variantId > other.variantId ? 1 : 0,
    )
    for (const line of inOrder) {
      if (!allow.price) await requirePrice(sql, shop.id, line.variantId, line.unitPrice)
      for (const code of line.unitCodes) {
        const [kept] = await sql.query(
          'INSERT INTO counter_unit (code, sale_id) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING code',
          [code, id],
        )
        if (!kept) throw new ApiError(409, 'unit_sold', { extra: { scanned: code } })
      }
      const already = taken.filter(({ line: other }) => other.variantId === line.variantId)
      for (const part of await takeLots(sql, shop, line, already, allow.missing, by, id, now)) {
        taken.push({ ...part, line, lineId: generateEntityId(undefined, 'cline') })
      }
    }
    for (const [position, { line, lineId, lotNo, quantity }] of taken.entries()) {
      const { goods, unitPrice } = line
      const title =
        goods.variantTitle === goods.productTitle ? goods.productTitle : `${goods.productTitle}, ${goods.variantTitle}`
      await sql.query(INSERT_LINE, [
        lineId,
        id,
        position,
        goods.producerId,
        goods.productId,
        line.variantId,
        lotNo,
        title,
        quantity,
        unitPrice,
        unitPrice * quantity,
        goods.badge.status === 'valid' ? goods.badge.stars : null,
      ])
    }
    await moveGoods(
      sql,
      taken.map(({ line, lotNo, quantity }) =>
        moveOfLine(shop, line, lotNo, -quantity, { kind: 'sale', saleId: id, paperId: null }),
      ),
      now,
    )
    await postCounterSale(sql, {
      saleId: id,
      centreId: shop.centreId,
      asset: input.method === 'cash' ? `till:${shop.id}` : 'bank:main',
      at: soldAt,
      orders: await ordersOf(sql, id, shop.centreId, day, taken),
    })
    return id
  })
}

interface TakenLine {
  line: SaleLineInput & { goods: GoodsFacts }
  lineId: string
  lotNo: string
  quantity: number
}

function paperNumberOfSale(id: string, day: string): string {
  return paperNumber('receipt', id, day).replace(/^NK/, 'BH')
}

/** The moment of a sale by the device, held between 30 days ago and now: clocks of tills are wrong at times. */
function believed(deviceAt: string, now: Date): Date {
  const told = Date.parse(deviceAt)
  if (!Number.isFinite(told)) return now
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - OLDEST_MS, told)))
}

async function requirePrice(sql: Sql, shopId: string, variantId: string, asked: number): Promise<void> {
  const [row] = await sql.query<{ price: string }>(
    'SELECT price FROM consignment_price WHERE shop_id = ? AND variant_id = ?',
    [shopId, variantId],
  )
  const price = row ? toDong(row.price) : null
  if (price !== asked) throw new ApiError(409, 'counter_price_changed', { extra: { variantId, price } })
}

/** From which lots a line is taken: the scanned one, or those that expire first. */
async function takeLots(
  sql: Sql,
  shop: OwnShop,
  line: SaleLineInput & { goods: GoodsFacts },
  already: readonly TakenLine[],
  missingAllowed: boolean,
  by: CentreDoer,
  saleId: string,
  at: Date,
): Promise<{ lotNo: string; quantity: number }[]> {
  const lots = await sql.query<{ lot_no: string; quantity: number }>(LOTS, [
    shop.id,
    line.variantId,
    line.lotNo,
    line.lotNo,
  ])
  const parts: { lotNo: string; quantity: number }[] = []
  let left = line.quantity
  for (const { lot_no: lotNo, quantity } of lots) {
    const gone = already.filter((part) => part.lotNo === lotNo).reduce((all, part) => all + part.quantity, 0)
    const take = Math.min(left, quantity - gone)
    if (take <= 0) continue
    parts.push({ lotNo, quantity: take })
    left -= take
  }
  if (left === 0) return parts
  if (!missingAllowed) throw stockShort(line.variantId)
  const lotNo = line.lotNo ?? parts.at(-1)?.lotNo ?? lots.at(-1)?.lot_no ?? ''
  const paperId = await insertPaper(sql, {
    kind: 'count',
    requestKey: `missing:${saleId}:${line.variantId}:${already.length}`,
    centreId: shop.centreId,
    shopId: shop.id,
    note: 'Bán khi mất mạng, sổ ghi thiếu hàng',
    by,
    at,
  })
  await moveGoods(sql, [moveOfLine(shop, line, lotNo, left, { kind: 'count', paperId, saleId: null })], at)
  return [...parts, { lotNo, quantity: left }]
}

function moveOfLine(
  shop: OwnShop,
  line: SaleLineInput & { goods: GoodsFacts },
  lotNo: string,
  quantity: number,
  why: Pick<GoodsMove, 'kind' | 'paperId' | 'saleId'>,
): GoodsMove {
  return {
    ...why,
    centreId: shop.centreId,
    shopId: shop.id,
    stockLocationId: shop.stockLocationId,
    producerId: line.goods.producerId,
    productId: line.goods.productId,
    variantId: line.variantId,
    lotNo,
    quantity,
    unitPrice: line.unitPrice,
  }
}

async function ordersOf(
  sql: Sql,
  saleId: string,
  centreId: string,
  day: string,
  taken: readonly TakenLine[],
): Promise<CounterOrder[]> {
  const orders = new Map<string, CounterOrder & { lines: CounterOrder['lines'][number][] }>()
  for (const { line, lineId, quantity } of taken) {
    const { goods, unitPrice } = line
    const agreement = await requireAgreement(sql, goods, centreId, day)
    const order = orders.get(goods.producerId) ?? {
      orderId: `${saleId}.${orders.size + 1}`,
      producerId: goods.producerId,
      legalForm: goods.legalForm,
      agreement,
      lines: [],
    }
    order.lines.push({
      lineId,
      productId: goods.productId,
      sector: goods.sector,
      quantity,
      amount: unitPrice * quantity,
    })
    orders.set(goods.producerId, order)
  }
  return [...orders.values()]
}

const INSERT_QUERY = `
  INSERT INTO counter_query (id, client_id, centre_id, shop_id, code, sale, method, total, seller_id, seller_name, at)
  VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
  ON CONFLICT (client_id) DO UPDATE SET code = counter_query.code RETURNING id, code`

async function keepQuery(
  container: MedusaContainer,
  shop: OwnShop,
  input: SaleInput,
  by: CentreDoer,
  code: string,
): Promise<SaleAnswer> {
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{ id: string; code: string }>(INSERT_QUERY, [
      generateEntityId(undefined, 'cquery'),
      input.clientId,
      shop.centreId,
      shop.id,
      code,
      JSON.stringify(input),
      input.method,
      input.total,
      by.id,
      by.name,
      new Date().toISOString(),
    ])
    return { state: 'query', queryId: row?.id ?? '', code: row?.code ?? code }
  })
}
