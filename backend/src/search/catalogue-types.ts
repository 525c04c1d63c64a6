import type { Picture, RecognitionStatus } from '@sao-lang/traceability/verify'
import type { Ranking } from './ranking-criteria'

export type Stars = 3 | 4 | 5
export type Locale = 'vi' | 'en'
export type CatalogueSort = Ranking

/** What may be said of a product's star today (+07). `stars` is null unless the recognition is in force. */
export interface Badge {
  stars: Stars | null
  status: RecognitionStatus
  decisionNumber: string | null
  /** Calendar days at +07, yyyy-mm-dd. */
  decisionDate: string | null
  authority: string | null
  validFrom: string | null
  /** Last day, included; while a transitional extension runs, its last day. */
  validTo: string | null
  /** First day without the star, when it expired, was revoked or is suspended. */
  lapsedOn: string | null
  /** The certificate has run out, and the star counts until the result of the re-evaluation, to `validTo` at the latest. */
  transitional: boolean
  sample: boolean
}

/** One product in a list, complete without another request. */
export interface ProductCard {
  id: string
  handle: string
  title: string
  sector: string
  /** Whole đồng; null when no price in VND is set. */
  price: number | null
  /** The variant the price belongs to, ready for a cart line. */
  variantId: string | null
  inStock: boolean
  picture: Picture | null
  producer: { handle: string; name: string }
  province: { code: string; slug: string; name: string }
  badge: Badge
  /** True once a lot of the product is on record. */
  traceable: boolean
  /** Names of the parts that are illustrative, e.g. `price`. */
  sample: string[]
}

export interface Facet {
  value: string
  label: string
  count: number
}

export interface CatalogueFacets {
  stars: Facet[]
  sector: Facet[]
  province: Facet[]
  producer: Facet[]
  price: Facet[]
}

/** Lists are OR within and AND across. Prices are whole đồng, both ends included. */
export interface CatalogueParams {
  /** Channels of the caller's publishable key; nothing outside them is answered. */
  salesChannelIds: readonly string[]
  q?: string
  stars?: readonly Stars[]
  sector?: readonly string[]
  /** Province codes. */
  province?: readonly string[]
  /** Producer handles. */
  producer?: readonly string[]
  priceMin?: number
  priceMax?: number
  /** Default `relevance` with `q`, else `newest`. */
  sort?: CatalogueSort
  /** From 1. */
  page?: number
  /** 1 to 60, default 24. */
  perPage?: number
  locale?: Locale
  /** False leaves the facets empty and saves their queries; default true. */
  facets?: boolean
}

export interface CataloguePage {
  items: ProductCard[]
  total: number
  page: number
  perPage: number
  facets: CatalogueFacets
  /** Titles near to a `q` that found nothing; else empty. */
  suggestions: string[]
}
