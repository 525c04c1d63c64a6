import type { ConsignableGoods, ItemBadge, ProducerSales } from './types.ts'

export type FairState = 'planned' | 'open' | 'closed' | 'cancelled'

/** Days are yyyy-mm-dd at +07, both included. */
export interface Fair {
  id: string
  slug: string
  name: string
  place: string
  address: string
  provinceCode: string
  firstDay: string
  lastDay: string
  note: string | null
  state: FairState
  cancelReason: string | null
  sample: boolean
}

/** `GET /official/centre/fairs`. */
export type ListedFair = Fair & { booths: number; entries: number }

export interface FairBooth {
  id: string
  name: string
  shopId: string
  pieces: number
  openSales: number
  waiting: number
  /** It keeps the fair from being closed. */
  left: boolean
}

export interface FairEntry {
  id: string
  boothId: string
  goods: Pick<ConsignableGoods, 'productTitle' | 'variantTitle' | 'producerName' | 'badge'>
  /** Whole đồng; null where one asks at the booth. */
  price: number | null
  note: string | null
  position: number
  /** What the till of the booth asks; null before goods were received. */
  tillPrice: number | null
  pieces: number
  /** On sale on the site; what is not stands in no public catalogue. */
  listed: boolean
  /** First day of the fair on which the centre may not sell them. */
  withoutAgreementOn: string | null
}

/** `GET /official/centre/fairs/:fair`. */
export interface FairDesk {
  fair: Fair
  booths: FairBooth[]
  entries: FairEntry[]
  goods: ConsignableGoods[]
  sales: ProducerSales[]
}

type PublicFair = Omit<Fair, 'id'> & { provinceName: string | null; centre: { name: string; unit: string } }

/** `GET /store/fairs`. */
export type ComingFair = PublicFair & { entries: number }

/** `GET /store/fairs/:slug`. */
export interface FairCatalogue {
  fair: PublicFair
  booths: {
    name: string
    items: {
      productTitle: string
      variantTitle: string
      productHandle: string
      producerName: string
      producerHandle: string
      badge: ItemBadge & { sample: boolean }
      price: number | null
      note: string | null
      sample: string[]
      /** Leads to the product's page: an SVG path in a square of `size` units. */
      code: { size: number; path: string }
    }[]
  }[]
}
