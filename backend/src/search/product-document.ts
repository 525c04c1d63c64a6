import { type Picture, type Recognition, vietnamDay } from '@sao-lang/traceability/verify'
import type { Sector } from '../modules/listing/sectors'
import { toDong } from '../money/dong'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import type { ProductCard } from './catalogue-types'
import { SECTOR_LABELS } from './sector-labels'
import { spanText, starSpansFrom } from './stars'
import { availableFrom, STOCK_FIELDS, type StockedVariant } from './stock'
import { dictionaryKey, plainWords, tonedWords } from './vietnamese-words'

/** A product as `query.graph` hands it over for its document. */
export interface ProductGraphRow {
  id: string
  handle: string
  title: string
  status: string
  created_at: string | Date
  sales_channels: ({ id: string; stock_locations: ({ id: string } | null)[] | null } | null)[] | null
  variants: (StockedVariant & { id: string })[] | null
  listing_detail: { sector: Sector; pictures: Picture[]; sample: string[] } | null
  producer: {
    handle: string
    name: string
    status: string
    province: { code: string; slug: string; name: string; name_en: string } | null
    commune: { name: string } | null
  } | null
  recognitions: RecognitionGraphRow[] | null
}

export const PRODUCT_FIELDS = [
  'id',
  'handle',
  'title',
  'status',
  'created_at',
  'sales_channels.id',
  'sales_channels.stock_locations.id',
  'variants.id',
  ...STOCK_FIELDS,
  'listing_detail.sector',
  'listing_detail.pictures',
  'listing_detail.sample',
  'producer.handle',
  'producer.name',
  'producer.status',
  'producer.province.code',
  'producer.province.slug',
  'producer.province.name',
  'producer.province.name_en',
  'producer.commune.name',
  ...RECOGNITION_FIELDS,
]

/** What a document keeps for its card: everything that does not depend on the day or on the caller. */
export type StoredCard = Omit<ProductCard, 'badge' | 'inStock'> & {
  recognitions: Recognition[]
  /** Sales channels in which at least one piece can be bought. */
  inStockIn: string[]
}

/** A search document, field by field as `product-index.ts` declares them. */
export type ProductDocument = {
  id: string
  handle: string
  status: string
  sales_channel_ids: string[]
  words_head: string
  words_title: string
  words_maker: string
  words_place: string
  toned_words: string[]
  title: string
  name_key: string
  created_at: string
  price: number | null
  sector: string
  province_code: string
  province_facet: string
  producer_handle: string
  producer_facet: string
  star_spans: string[]
  star: string | null
  star_from: number | null
  star_until: number | null
  next_star: string | null
  next_star_from: number | null
  next_star_until: number | null
  card: StoredCard
}

/** What a document takes from elsewhere than the graph row. */
export interface DocumentContext {
  /** Price in VND by variant, as Medusa calculates it; a variant without one is absent. */
  prices: ReadonlyMap<string, unknown>
  traced: ReadonlySet<string>
  now: Date
}

/** Between a facet's value and its label; neither contains it. */
export const FACET_SEPARATOR = '|'

/**
 * The search document of a product. Out: null for one that must not be found: not published, without label details, or
 * of a producer that is closed or unknown.
 */
export function toProductDocument(row: ProductGraphRow, context: DocumentContext): ProductDocument | null {
  const { listing_detail: listing, producer } = row
  if (row.status !== 'published' || !listing || producer?.status !== 'open' || !producer.province) return null

  const { province } = producer
  const recognitions = toRecognitions(row.recognitions)
  const spans = starSpansFrom(recognitions, vietnamDay(context.now))
  const [span, next] = spans
  const channels = (row.sales_channels ?? []).filter((channel) => channel !== null)
  const offer = cheapestOffer(row, channels.flatMap(locationsOf), context.prices)
  const titleWords = plainWords(row.title)
  const sample = new Set(listing.sample)
  if (recognitions.some((recognition) => recognition.sample)) sample.add('recognition')

  const card: StoredCard = {
    id: row.id,
    handle: row.handle,
    title: row.title,
    sector: listing.sector,
    price: offer?.price ?? null,
    variantId: offer?.variantId ?? null,
    picture: listing.pictures[0] ?? null,
    producer: { handle: producer.handle, name: producer.name },
    province: { code: province.code, slug: province.slug, name: province.name },
    traceable: context.traced.has(row.id),
    sample: [...sample],
    recognitions,
    inStockIn: channels.filter((channel) => hasStock(row, locationsOf(channel))).map(({ id }) => id),
  }
  return {
    id: row.id,
    handle: row.handle,
    status: row.status,
    sales_channel_ids: channels.map(({ id }) => id),
    // Vietnamese names begin with what the thing is: `chè` in `Chè xanh` says more than in `Hộp đựng chè`.
    words_head: titleWords.slice(0, 2).join(' '),
    words_title: titleWords.join(' '),
    words_maker: plainWords(producer.name).join(' '),
    words_place: plainWords(
      [province.name, producer.commune?.name ?? '', ...Object.values(SECTOR_LABELS[listing.sector])].join(' '),
    ).join(' '),
    toned_words: [...new Set(tonedWords(`${row.title} ${producer.name} ${province.name}`))],
    title: row.title,
    name_key: dictionaryKey(row.title),
    created_at: new Date(row.created_at).toISOString(),
    price: card.price,
    sector: listing.sector,
    province_code: province.code,
    province_facet: [province.code, province.name, province.name_en].join(FACET_SEPARATOR),
    producer_handle: producer.handle,
    producer_facet: [producer.handle, producer.name].join(FACET_SEPARATOR),
    star_spans: spans.map(spanText),
    star: span ? String(span.stars) : null,
    star_from: span?.from ?? null,
    star_until: span?.until ?? null,
    next_star: next ? String(next.stars) : null,
    next_star_from: next?.from ?? null,
    next_star_until: next?.until ?? null,
    card,
  }
}

/** The variant whose price the card shows: the cheapest that can be bought, else the cheapest. */
function cheapestOffer(
  row: ProductGraphRow,
  locationIds: readonly string[],
  prices: ReadonlyMap<string, unknown>,
): { variantId: string; price: number } | null {
  const locations = new Set(locationIds)
  const offers = (row.variants ?? []).flatMap((variant) => {
    const amount = prices.get(variant.id)
    if (amount === undefined) return []
    return [{ variantId: variant.id, price: toDong(amount), inStock: availableFrom(variant, locations) !== 0 }]
  })
  const [best] = offers.sort(
    (a, b) => Number(b.inStock) - Number(a.inStock) || a.price - b.price || (a.variantId < b.variantId ? -1 : 1),
  )
  return best ?? null
}

function hasStock(row: ProductGraphRow, locationIds: readonly string[]): boolean {
  const locations = new Set(locationIds)
  return (row.variants ?? []).some((variant) => availableFrom(variant, locations) !== 0)
}

function locationsOf(channel: { stock_locations: ({ id: string } | null)[] | null }): string[] {
  return (channel.stock_locations ?? []).flatMap((location) => (location ? [location.id] : []))
}
