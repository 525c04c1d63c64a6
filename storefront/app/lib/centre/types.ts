import type { RecognitionStatus } from '@sao-lang/traceability/verify'

export interface ItemBadge {
  stars: 3 | 4 | 5 | null
  status: RecognitionStatus
  validFrom: string | null
  validTo: string | null
  lapsedOn: string | null
  transitional: boolean
}

export interface OpeningHours {
  days: number[]
  from: string
  to: string
}

export interface CentreShop {
  id: string
  handle: string
  name: string
  kind: string
  status: string
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

/** `GET /official/centre`. */
export interface CentreDesk {
  centre: { id: string; name: string; unit: string; provinceCode: string; sample: boolean }
  shops: (CentreShop & {
    pieces: number
    producers: number
    waiting: number
    openSales: number
    openTotal: number
    expiringSoon: number
  })[]
}

export interface ShopGoods {
  variantId: string
  variantTitle: string
  codes: string[]
  productId: string
  productTitle: string
  producerId: string
  producerName: string
  badge: ItemBadge
  price: number | null
  quantity: number
  lots: { lotNo: string; quantity: number; expiresOn: string | null }[]
}

export interface Till {
  expectedCash: number
  transfers: number
  sales: number
  waiting: number
  waitingCash: number
}

/** `GET /official/centre/shops/:shop`. */
export interface ShopDesk {
  shop: CentreShop
  goods: ShopGoods[]
  till: Till
  asOf: string
}

export type ConsignableGoods = Omit<ShopGoods, 'price' | 'quantity' | 'lots'> & { onlinePrice: number | null }

export interface Paper {
  id: string
  number: string
  kind: string
  corrects: string | null
  correctedBy: string | null
  doneBy: string
  handedBy: string | null
  note: string | null
  at: string
  pieces: number
}

export interface CounterSale {
  id: string
  number: string
  shopId: string
  shopName: string
  method: 'cash' | 'transfer'
  total: number
  tendered: number | null
  change: number | null
  bankReference: string | null
  offline: boolean
  soldAt: string
  sellerName: string
  state: 'booked' | 'voided'
  voidReason: string | null
  closed: boolean
  sample: boolean
  lines: { title: string; lotNo: string; quantity: number; unitPrice: number; amount: number; stars: number | null }[]
}

/** `GET /official/centre/shops/:shop/vietqr`: how a buyer at the counter pays by transfer. Whole đồng. */
export interface CounterTransfer {
  amount: number
  content: string
  bank: { name: string; account: string; accountName: string; sample: boolean }
  qr: { size: number; path: string }
}

export interface SaleQuery {
  id: string
  code: string
  lines: { variantId: string; quantity: number; unitPrice: number }[]
  deviceAt: string
  method: 'cash' | 'transfer'
  total: number
  sellerName: string
  state: 'waiting' | 'booked' | 'settled'
  outcome: string | null
  at: string
}

export interface TillClose {
  id: string
  expectedCash: number
  countedCash: number
  difference: number
  transfers: number
  sales: number
  note: string | null
  closedBy: string
  at: string
}

export interface StockTake {
  id: string
  shopId: string
  blind: boolean
  state: 'counting' | 'counted' | 'approved' | 'dropped'
  openedBy: string
  openedAt: string
  lines?: {
    variantId: string
    lotNo: string
    title: string
    producerName: string
    expected: number | null
    counted: number | null
  }[]
}

export interface ProducerSales {
  producerId: string
  producerName: string
  pieces: number
  sales: number
  goods: number
  centreShare: number
  tax: number
  due: number
}

/** A sale as it is sent; `clientId` is made on the device. */
export interface SaleDraft {
  clientId: string
  method: 'cash' | 'transfer'
  total: number
  tendered: number | null
  bankReference: string | null
  offline: boolean
  deviceAt: string
  lines: {
    productId: string
    variantId: string
    lotNo: string | null
    quantity: number
    unitPrice: number
    unitCodes: string[]
  }[]
}
