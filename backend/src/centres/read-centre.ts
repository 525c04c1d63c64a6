import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { PROMOTION_CENTRE_MODULE } from '../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../modules/promotion-centre/service'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { pricesOf } from '../search/prices'
import { type GoodsFacts, goodsFacts } from './goods-facts'
import { type OwnShop, ownShops } from './own-shop'

/** The desk of a centre: its shops with what waits at each. */
export async function centreDesk(container: MedusaContainer, centreId: string) {
  const promotion: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
  const [centre] = await promotion.listPromotionCentres({ id: centreId }, { take: 1 })
  if (!centre) throw new ApiError(404, 'not_found')
  const shops = await ownShops(container, centreId)
  const rows = await inTransaction(container, (sql) =>
    sql.query<{
      id: string
      pieces: string
      producers: string
      waiting: string
      open_sales: string
      open_total: string
      soon: string
    }>(
      `SELECT s.id,
         (SELECT coalesce(sum(quantity), 0) FROM consignment_stock WHERE shop_id = s.id) AS pieces,
         (SELECT count(DISTINCT producer_id) FROM consignment_stock WHERE shop_id = s.id AND quantity > 0) AS producers,
         (SELECT count(*) FROM counter_query WHERE shop_id = s.id AND state = 'waiting') AS waiting,
         (SELECT count(*) FROM counter_sale WHERE shop_id = s.id AND close_id IS NULL AND state = 'booked') AS open_sales,
         (SELECT coalesce(sum(total), 0) FROM counter_sale WHERE shop_id = s.id AND close_id IS NULL AND state = 'booked') AS open_total,
         (SELECT count(*) FROM consignment_stock WHERE shop_id = s.id AND quantity > 0 AND expires_on < to_char(now() + interval '30 days', 'YYYY-MM-DD')) AS soon
       FROM shop s WHERE s.centre_id = ?`,
      [centreId],
    ),
  )
  return {
    centre: {
      id: centre.id,
      name: centre.name,
      unit: centre.unit,
      provinceCode: centre.province_code,
      sample: centre.sample,
    },
    shops: shops.map((shop) => {
      const row = rows.find(({ id }) => id === shop.id)
      return {
        ...shop,
        pieces: toDong(row?.pieces ?? 0),
        producers: toDong(row?.producers ?? 0),
        waiting: toDong(row?.waiting ?? 0),
        openSales: toDong(row?.open_sales ?? 0),
        openTotal: toDong(row?.open_total ?? 0),
        expiringSoon: toDong(row?.soon ?? 0),
      }
    }),
  }
}

/** Goods that the centre may take in: of producers with an agreement on the day, with the online price for orientation. */
export async function consignableGoods(
  container: MedusaContainer,
  centreId: string,
  day: string,
): Promise<(GoodsFacts & { onlinePrice: number | null })[]> {
  const agreements = await inTransaction(container, (sql) =>
    sql.query<{ producer_id: string; product_ids: string[] | null }>(
      `SELECT producer_id, product_ids FROM centre_agreement
       WHERE centre_id = ? AND accepted_at IS NOT NULL AND deleted_at IS NULL AND first_day <= ? AND (last_day IS NULL OR last_day >= ?)`,
      [centreId, day, day],
    ),
  )
  if (agreements.length === 0) return []
  const producers = await graph<{ id: string; products: ({ id: string } | null)[] | null }>(container, {
    entity: 'producer',
    fields: ['id', 'products.id'],
    filters: { id: agreements.map(({ producer_id }) => producer_id) },
  })
  const allowed = producers.flatMap(({ id, products }) => {
    const agreement = agreements.find(({ producer_id }) => producer_id === id)
    const ids = (products ?? []).flatMap((product) => product?.id ?? [])
    return agreement?.product_ids ? ids.filter((each) => agreement.product_ids?.includes(each)) : ids
  })
  const facts = [...(await goodsFacts(container, allowed, day)).values()]
  const prices = await pricesOf(
    facts.map(({ variantId }) => variantId),
    container.resolve(ContainerRegistrationKeys.QUERY),
  )
  return facts
    .map((goods) => ({
      ...goods,
      onlinePrice: prices.has(goods.variantId) ? toDong(prices.get(goods.variantId)) : null,
    }))
    .sort(
      (one, other) =>
        one.producerName.localeCompare(other.producerName, 'vi') ||
        one.productTitle.localeCompare(other.productTitle, 'vi'),
    )
}

interface PaperRow {
  id: string
  number: string
  kind: string
  shop_id: string
  to_shop_id: string | null
  producer_id: string | null
  handed_by: string | null
  note: string | null
  corrects: string | null
  corrected_by: string | null
  done_by_name: string
  at: Date
  sample: boolean
  pieces: string
}

const PAPERS = `
  SELECT p.id, p.number, p.kind, p.shop_id, p.to_shop_id, p.producer_id, p.handed_by, p.note, p.corrects, p.done_by_name, p.at, p.sample,
    (SELECT c.id FROM consignment_paper c WHERE c.corrects = p.id) AS corrected_by,
    (SELECT coalesce(sum(abs(m.quantity)), 0) FROM consignment_movement m WHERE m.paper_id = p.id AND m.shop_id = p.shop_id) AS pieces
  FROM consignment_paper p`

/** The newest papers of a shop. */
export async function shopPapers(container: MedusaContainer, shop: OwnShop) {
  const rows = await inTransaction(container, (sql) =>
    sql.query<PaperRow>(`${PAPERS} WHERE p.shop_id = ? OR p.to_shop_id = ? ORDER BY p.at DESC, p.id DESC LIMIT 100`, [
      shop.id,
      shop.id,
    ]),
  )
  return rows.map(toPaper)
}

function toPaper(row: PaperRow) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    shopId: row.shop_id,
    toShopId: row.to_shop_id,
    producerId: row.producer_id,
    handedBy: row.handed_by,
    note: row.note,
    corrects: row.corrects,
    correctedBy: row.corrected_by,
    doneBy: row.done_by_name,
    at: new Date(row.at).toISOString(),
    sample: row.sample,
    pieces: toDong(row.pieces),
  }
}

/** A paper of the centre with its lines. Throws ApiError 404 for another centre's. */
export async function centrePaper(container: MedusaContainer, centreId: string, paperId: string, day: string) {
  const { paper, lines } = await inTransaction(container, async (sql) => {
    const [row] = await sql.query<PaperRow>(`${PAPERS} WHERE p.id = ? AND p.centre_id = ?`, [paperId, centreId])
    if (!row) throw new ApiError(404, 'not_found')
    const moved = await sql.query<{
      shop_id: string
      product_id: string
      variant_id: string
      lot_no: string
      quantity: number
      unit_price: string | null
    }>(
      `SELECT shop_id, product_id, variant_id, lot_no, quantity, unit_price FROM consignment_movement
       WHERE paper_id = ? AND shop_id = ? ORDER BY id`,
      [paperId, row.shop_id],
    )
    return { paper: row, lines: moved }
  })
  const shops = await ownShops(container, centreId)
  const facts = await goodsFacts(
    container,
    lines.map(({ product_id }) => product_id),
    day,
  )
  const nameOf = (id: string | null) => shops.find((shop) => shop.id === id)?.name ?? null
  const goods = lines.map((line) => {
    const known = facts.get(line.variant_id)
    return {
      variantId: line.variant_id,
      title: known ? `${known.productTitle}, ${known.variantTitle}` : line.variant_id,
      producerName: known?.producerName ?? '',
      lotNo: line.lot_no,
      quantity: line.quantity,
      unitPrice: line.unit_price === null ? null : toDong(line.unit_price),
    }
  })
  return {
    ...toPaper(paper),
    shopName: nameOf(paper.shop_id) ?? '',
    toShopName: nameOf(paper.to_shop_id),
    producerName: goods[0]?.producerName ?? '',
    lines: goods,
  }
}
