import type {
  LotView,
  Picture,
  Place,
  Recognition,
  RecognitionStatus,
  SourceAreaView,
} from '@sao-lang/traceability/verify'

export type Stars = 3 | 4 | 5

/** What may be said of a product's stars today. `stars` is null unless the recognition is valid today. */
export interface Badge {
  stars: Stars | null
  status: RecognitionStatus
  decisionNumber: string | null
  decisionDate: string | null
  authority: string | null
  validFrom: string | null
  validTo: string | null
  lapsedOn: string | null
  /** By a transitional extension alone, to `validTo`. */
  transitional: boolean
  sample: boolean
}

export interface ProductCard {
  id: string
  handle: string
  title: string
  sector: string
  /** Integer đồng. */
  price: number | null
  variantId: string | null
  inStock: boolean
  picture: Picture | null
  producer: { handle: string; name: string }
  province: { code: string; slug: string; name: string }
  badge: Badge
  traceable: boolean
  /** Names the parts that are illustrative, e.g. `price`, `recognition`, `story`, `picture`. */
  sample: string[]
}

export interface Facet {
  value: string
  label: string
  count: number
}

export type FacetName = 'stars' | 'sector' | 'province' | 'producer' | 'price'

export interface CatalogueAnswer {
  items: ProductCard[]
  total: number
  page: number
  perPage: number
  facets: Record<FacetName, Facet[]>
}

export interface ProductVariant {
  id: string
  title: string
  /** Integer đồng. */
  price: number | null
  inStock: boolean
  available: number | null
  weightGrams: number | null
  /** Harvest it is ordered ahead of, days at +07; null for what is at hand. */
  harvest: { from: string; to: string } | null
  /** What a gift set holds; empty for anything else. */
  holds: { quantity: number; title: string; handle: string }[]
}

export interface ProductDetail extends ProductCard {
  description: string | null
  story: { vi: string; en: string | null } | null
  pictures: Picture[]
  variants: ProductVariant[]
  producer: {
    handle: string
    name: string
    legalForm: string
    place: Place
    story: string | null
    phone: string | null
  }
  recognitions: Recognition[]
  sourceAreas: SourceAreaView[]
  lots: LotView[]
  source: string | null
  netContent: string | null
  ingredients: string | null
  allergens: string | null
  storage: string | null
  usage: string | null
  warning: string | null
  standard: string | null
  /** Does not keep: comes back only damaged, wrong or missing. */
  perishable: boolean
  related: ProductCard[]
}

export interface ProducerCard {
  handle: string
  name: string
  legalForm: string
  place: Place
  productCount: number
  sample: string[]
  source: string | null
}

export interface ProducersAnswer {
  items: ProducerCard[]
  total: number
  page: number
  perPage: number
}

export interface ProducerAnswer {
  producer: ProducerCard & { story: string | null; phone: string | null }
  products: ProductCard[]
}

export interface ProvinceSummary {
  code: string
  slug: string
  name: string
  fullName: string
  type: string
  nameEn: string
  communeCount: number
  productCount: number
}

export interface ProvinceAnswer {
  province: ProvinceSummary
  formerProvinces: string[]
  products: ProductCard[]
  producers: ProducerCard[]
}

export interface SitemapEntry {
  handle: string
  /** UTC, ISO 8601. */
  updatedAt: string
}

export interface SitemapAnswer {
  products: SitemapEntry[]
  producers: SitemapEntry[]
  provinces: SitemapEntry[]
  decisions: SitemapEntry[]
}
