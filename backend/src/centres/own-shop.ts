import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { PROMOTION_CENTRE_MODULE } from '../modules/promotion-centre'
import type { OpeningHours } from '../modules/promotion-centre/models/shop'
import type { PromotionCentreModuleService } from '../modules/promotion-centre/service'

/** A shop that a centre runs and that keeps goods. */
export interface OwnShop {
  id: string
  handle: string
  name: string
  kind: string
  status: string
  centreId: string
  stockLocationId: string
  provinceCode: string | null
  communeCode: string | null
  address: string | null
  phone: string | null
  openingHours: OpeningHours[] | null
  latitude: number | null
  longitude: number | null
  pickUp: boolean
  signNote: string | null
  note: string | null
  sample: string[]
}

/** A shop of the centre. Throws ApiError 404 for one that is not there or another centre's. */
export async function ownShop(container: MedusaContainer, centreId: string, shopId: string): Promise<OwnShop> {
  const [shop] = await ownShops(container, centreId, shopId)
  if (!shop) throw new ApiError(404, 'not_found')
  return shop
}

/** The shops of a centre by name, or the one of them with the id. */
export async function ownShops(container: MedusaContainer, centreId: string, shopId?: string): Promise<OwnShop[]> {
  const promotion: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
  const rows = await promotion.listShops(
    { centre_id: centreId, ...(shopId === undefined ? {} : { id: shopId }) },
    { take: null, order: { name: 'ASC', id: 'ASC' } },
  )
  return rows.flatMap((row) => {
    const { centre_id, stock_location_id } = row
    if (centre_id === null || stock_location_id === null) return []
    return [
      {
        id: row.id,
        handle: row.handle,
        name: row.name,
        kind: row.kind,
        status: row.status,
        centreId: centre_id,
        stockLocationId: stock_location_id,
        provinceCode: row.province_code,
        communeCode: row.commune_code,
        address: row.address,
        phone: row.phone,
        openingHours: row.opening_hours as OpeningHours[] | null,
        latitude: row.latitude,
        longitude: row.longitude,
        pickUp: row.pick_up,
        signNote: row.sign_note,
        note: row.note,
        sample: row.sample,
      },
    ]
  })
}
