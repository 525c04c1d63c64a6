import type { ItemBadge, OpeningHours } from '#app/lib/centre/types.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'

/** `GET /store/shops`. */
export interface ListedShop {
  handle: string
  name: string
  kind: string
  operatorProvince: string | null
  location: string | null
  status: string
  ownedByCentre: boolean
  provinceCode: string | null
  address: string | null
  source: string
}

/** `GET /store/shops/:handle`. */
export interface ShopAnswer {
  shop: {
    handle: string
    name: string
    status: string
    location: string | null
    address: string | null
    communeName: string | null
    provinceName: string | null
    phone: string | null
    openingHours: OpeningHours[] | null
    latitude: number | null
    longitude: number | null
    pickUp: boolean
    note: string | null
    source: string
    sample: string[]
    centre: { name: string; unit: string; sample: boolean } | null
  }
  goods: {
    variantId: string
    variantTitle: string
    productTitle: string
    productHandle: string
    producerName: string
    badge: ItemBadge
    price: number | null
    quantity: number
  }[]
}

/** Every shop that a centre runs or a document names. Throws ShopError. */
export function listShops(context: RequestContext): Promise<{ shops: ListedShop[] }> {
  return publicAnswer(context, '/store/shops', { locale: context.locale })
}

/** A shop and what is there now. Throws ShopError, `not_found` for an unknown handle. */
export function readShop(context: RequestContext, handle: string): Promise<ShopAnswer> {
  return publicAnswer(context, `/store/shops/${encodeURIComponent(handle)}`, { locale: context.locale })
}
