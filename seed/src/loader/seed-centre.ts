import type { MedusaContainer } from '@medusajs/framework/types'
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
