import type { Picture } from '@sao-lang/traceability/verify'
import { type BadgeState, badgeState } from './badge-state.ts'
import type { ProductCard } from './medusa/types.ts'

/** What a list shows of a product, and nothing more: pages carry their data twice, as markup and for hydration. */
export interface ProductListing {
  handle: string
  title: string
  /** Integer đồng. */
  price: number | null
  inStock: boolean
  traceable: boolean
  sample: boolean
  producer: string
  province: string
  badge: BadgeState
  /** Null when there is none; then `sector` picks the field that stands for it. */
  picture: ListPicture | null
  sector: string
}

/** A picture in the sizes a list can show: AVIF by width, and one WebP for older browsers. */
export interface ListPicture {
  src: string
  avif: { path: string; width: number }[]
  width: number
  height: number
}

/** Widest place of a list (17rem) on a screen of two device pixels to one, and some. */
const WIDEST = 640

/** In: a card of the shop API. Out: the part of it that lists show. */
export function productListing(card: ProductCard): ProductListing {
  return {
    handle: card.handle,
    title: card.title,
    price: card.price,
    inStock: card.inStock,
    traceable: card.traceable,
    sample: card.sample.length > 0 || card.badge.sample,
    producer: card.producer.name,
    province: card.province.name,
    badge: badgeState(card.badge),
    picture: card.picture && listPicture(card.picture),
    sector: card.sector,
  }
}

/** In: a picture with all its variants, ordered by width. Out: those a list can use; null when it has none at all. */
export function listPicture(picture: Picture): ListPicture | null {
  const small = picture.variants.filter((variant) => variant.width <= WIDEST)
  const usable = small.length > 0 ? small : picture.variants.slice(0, 2)
  const fallback = usable.filter((variant) => variant.format === 'webp').at(-1) ?? usable.at(-1)
  if (!fallback) return null
  return {
    src: fallback.path,
    avif: usable.filter((variant) => variant.format === 'avif').map(({ path, width }) => ({ path, width })),
    width: picture.width,
    height: picture.height,
  }
}
