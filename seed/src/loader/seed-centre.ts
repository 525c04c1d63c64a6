import type { MedusaContainer } from '@medusajs/framework/types'
import { writePaper } from '@sao-lang/backend/centres/papers'
import { consignableGoods } from '@sao-lang/backend/centres/read-centre'
import { inTransaction } from '@sao-lang/backend/money/in-transaction'
import type { AuditActor } from '@sao-lang/backend/officials/record-audit'
import { foundCentreWorkflow } from '@sao-lang/backend/workflows/promotion-centre/workflows/found-centre'
import { type ShopDetails, saveShopWorkflow } from '@sao-lang/backend/workflows/promotion-centre/workflows/save-shop'
import { shopRows } from './shop.ts'

/** The Đồng Tháp plan names the shops of a centre, not the centre; it goes by the place. */
export const DEMO_CENTRE = {
  provinceCode: '82',
  name: 'Trung tâm xúc tiến tỉnh Đồng Tháp (minh hoạ)',
  unit: 'Sở Công Thương tỉnh Đồng Tháp (minh hoạ)',
} as const

const BY: AuditActor = { type: 'system', id: 'seed', name: 'Dữ liệu minh hoạ', post: null }

type Counter = Pick<ShopDetails, 'provinceCode' | 'communeCode' | 'address' | 'latitude' | 'longitude'>

/** Where the shops stand: the plan gives the town, the rest is illustrative. */
const PLACES: readonly Counter[] = [
  {
    provinceCode: '01',
    communeCode: '00166',
    address: 'Địa chỉ minh hoạ tại Hà Nội',
    latitude: 21.03,
    longitude: 105.79,
  },
  {
    provinceCode: '82',
    communeCode: '29905',
    address: 'Làng hoa Sa Đéc (trước đây thuộc thành phố Sa Đéc)',
    latitude: 10.31,
    longitude: 105.75,
  },
]

/** Makes the demonstration centre and gives it the two shops of the plan, or finds them. In: handles of the shops. Out: the centre's id. */
export async function seedCentre(container: MedusaContainer, handles: readonly string[]): Promise<string> {
  const [known] = await shopRows<{ id: string }>(container, {
    entity: 'promotion_centre',
    fields: ['id'],
    filters: { province_code: DEMO_CENTRE.provinceCode, name: DEMO_CENTRE.name },
  })
  const centreId =
    known?.id ?? (await foundCentreWorkflow(container).run({ input: { ...DEMO_CENTRE, sample: true, by: BY } })).result
  const shops = await shopRows<{ id: string; handle: string; name: string; kind: string; centre_id: string | null }>(
    container,
    { entity: 'shop', fields: ['id', 'handle', 'name', 'kind', 'centre_id'], filters: { handle: [...handles] } },
  )
  for (const [at, handle] of handles.entries()) {
    const shop = shops.find((row) => row.handle === handle)
    const place = PLACES[at]
    if (!shop || !place || shop.centre_id === centreId) continue
    const details: ShopDetails = {
      ...place,
      name: shop.name,
      kind: shop.kind === 'ocop_centre' ? 'ocop_centre' : 'ocop_shop',
      status: 'operating',
      phone: null,
      openingHours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }],
      pickUp: true,
      signNote: null,
      note: null,
      sample: ['address', 'openingHours', 'position'],
    }
    await saveShopWorkflow(container).run({ input: { shopId: shop.id, centreId, details, by: BY } })
  }
  return centreId
}

/** Since when the demo agreements count: before every demo sale. */
const SINCE = '2026-01-01'
/** The producers whose goods the demonstration centre sells, a few pieces of each. */
const MOST_PRODUCERS = 6
const PIECES = 12

/**
 * A proposal of the demonstration centre that waits for a demo producer, so that whoever tries the site can answer one. Made once:
 * what became of it stays. In: the centre's and the producer's ids.
 */
export async function seedProposal(container: MedusaContainer, centreId: string, producerId: string): Promise<void> {
  await inTransaction(container, (sql) =>
    sql.query(
      `INSERT INTO centre_agreement (id, producer_id, centre_id, share_bps, first_day, state, offered_by, offered_by_id, note, sample)
       VALUES (?, ?, ?, 1250, ?, 'offered', 'centre', 'seed', ?, true) ON CONFLICT DO NOTHING`,
      [
        ...[`cagr_demo_offer_${producerId}`, producerId, centreId, SINCE],
        'Đề nghị minh hoạ: bày bán tại quầy ở Làng hoa Sa Đéc.',
      ],
    ),
  )
}

/**
 * Gives the demonstration centre agreements with producers of its province and a first receipt of their goods at its second shop.
 * Done again it changes nothing. Out: papers in the shop.
 */
export async function seedConsignment(
  container: MedusaContainer,
  centreId: string,
  shopHandle: string,
): Promise<number> {
  const producers = await shopRows<{ id: string; products: ({ id: string } | null)[] | null }>(container, {
    entity: 'producer',
    fields: ['id', 'products.id'],
    filters: { province_code: DEMO_CENTRE.provinceCode },
  })
  const sellers = producers
    .filter(({ products }) => (products ?? []).some((each) => each !== null))
    .slice(0, MOST_PRODUCERS)
  await inTransaction(container, async (sql) => {
    for (const { id } of sellers) {
      await sql.query(
        `INSERT INTO centre_agreement (id, producer_id, centre_id, share_bps, first_day, state, offered_by, offered_by_id, accepted_by,
           accepted_at, sample)
         VALUES (?, ?, ?, 1000, ?, 'accepted', 'centre', 'seed', 'seed', now(), true)
         ON CONFLICT DO NOTHING`,
        [`cagr_demo_${id}`, id, centreId, SINCE],
      )
    }
  })
  const [shop] = await shopRows<{ id: string }>(container, {
    entity: 'shop',
    fields: ['id'],
    filters: { handle: shopHandle, centre_id: centreId },
  })
  if (!shop) return 0
  const goods = await consignableGoods(container, centreId, new Date().toISOString().slice(0, 10))
  let papers = 0
  for (const { id } of sellers) {
    const lines = goods
      .filter(
        ({ producerId, onlinePrice, sector }) => producerId === id && onlinePrice !== null && sector !== 'tourism',
      )
      .map(({ productId, variantId, onlinePrice }) => ({
        productId,
        variantId,
        lotNo: '',
        quantity: PIECES,
        unitPrice: onlinePrice,
        expiresOn: null,
      }))
    if (lines.length === 0) continue
    await writePaper(container, {
      centreId,
      shopId: shop.id,
      kind: 'receipt',
      requestKey: `seed-receipt-${id}`,
      toShopId: null,
      handedBy: 'Người giao minh hoạ',
      note: 'Dữ liệu minh hoạ',
      lines,
      by: { id: 'seed', name: 'Dữ liệu minh hoạ', sample: true },
    })
    papers += 1
  }
  return papers
}
