import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import {
  type LotView,
  type Picture,
  type Place,
  type Recognition,
  type SourceAreaView,
  vietnamDay,
} from '@sao-lang/traceability/verify'
import { graph } from '../../../container/graph'
import { environment } from '../../../env'
import { type HeldGoods, readSets } from '../../../listings/read-sets'
import { toDong } from '../../../money/dong'
import { inTransaction } from '../../../money/in-transaction'
import { type Harvest, readHarvests } from '../../../preorders/read-harvests'
import { type ProducerRow, toProducerCard } from '../../../producers/producer-card'
import { toRecognitions } from '../../../recognition/recognition-facts'
import { cardFor, searchCatalogue } from '../../../search/catalogue'
import type { Locale, ProductCard } from '../../../search/catalogue-types'
import { pricesOf } from '../../../search/prices'
import {
  PRODUCT_FIELDS,
  type ProductGraphRow,
  type StoredCard,
  toProductDocument,
} from '../../../search/product-document'
import { availableFrom } from '../../../search/stock'
import { traceOf } from '../../../search/trace-lookup'

/** Everything a product page shows (docs/contracts.md). */
export interface ProductDetail extends ProductCard {
  description: string | null
  story: { vi: string; en: string | null } | null
  pictures: Picture[]
  variants: VariantView[]
  producer: {
    handle: string
    name: string
    legalForm: string
    place: Place
    story: string | null
    phone: string | null
  }
  /** Every recognition on record, newest decision first. */
  recognitions: Recognition[]
  sourceAreas: SourceAreaView[]
  lots: LotView[]
  /** False when the traceability service did not answer in time: areas and lots are unknown then, not absent. */
  traceAvailable: boolean
  source: string | null
  netContent: string | null
  ingredients: string | null
  allergens: string | null
  storage: string | null
  usage: string | null
  warning: string | null
  standard: string | null
  perishable: boolean
  related: ProductCard[]
}

interface VariantView {
  id: string
  title: string
  /** Whole đồng. */
  price: number | null
  inStock: boolean
  /** Pieces that can be bought; null when the stock is not counted. */
  available: number | null
  weightGrams: number | null
  /** Harvest it is ordered ahead of; null for what is at hand. */
  harvest: Harvest | null
  /** What a gift set holds; empty for anything else. */
  holds: HeldGoods[]
}

type VariantRow = NonNullable<ProductGraphRow['variants']>[number]

interface DetailRow extends ProductGraphRow {
  description: string | null
  variants: (VariantRow & { title: string; weight: number | null; variant_rank: number | null })[] | null
  listing_detail:
    | (NonNullable<ProductGraphRow['listing_detail']> & {
        story_vi: string | null
        story_en: string | null
        source: string | null
        net_content: string | null
        ingredients: string | null
        allergens: string | null
        storage: string | null
        usage: string | null
        warning: string | null
        standard: string | null
        perishable: boolean
      })
    | null
  producer: (NonNullable<ProductGraphRow['producer']> & ProducerRow) | null
}

const FIELDS = [
  ...PRODUCT_FIELDS,
  'description',
  'variants.title',
  'variants.weight',
  'variants.variant_rank',
  'listing_detail.*',
  'producer.*',
  'producer.commune.type',
]

const RELATED = 8

/**
 * Reads a product with its producer, recognitions, stock, prices, source areas and lots, as they are now.
 * In: the handle, the channels of the caller's publishable key and the language. Out: null when these channels do not sell
 * it: unknown, not published, of a closed producer, or of another channel.
 */
export async function readProduct(
  container: MedusaContainer,
  wanted: { handle: string; salesChannelIds: readonly string[]; locale: Locale },
): Promise<ProductDetail | null> {
  const [row] = await graph<DetailRow>(container, {
    entity: 'product',
    fields: FIELDS,
    filters: { handle: wanted.handle },
  })
  if (!row) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const variantIds = (row.variants ?? []).map(({ id }) => id)
  const [trace, prices, packs] = await Promise.all([
    traceOf(environment().TRACE_URL, row.id),
    pricesOf(variantIds, query),
    inTransaction(container, async (sql) => ({
      harvests: await readHarvests(sql, variantIds),
      sets: await readSets(sql, variantIds),
    })),
  ])
  const now = new Date()
  const traced = new Set(trace.lots.length > 0 ? [row.id] : [])
  const document = toProductDocument(row, { prices, traced, now })
  if (!document?.sales_channel_ids.some((id) => wanted.salesChannelIds.includes(id))) return null

  const { listing_detail: listing, producer } = row
  if (!listing || !producer) return null
  const stored = document.card
  const { place, legalForm } = toProducerCard(producer)
  return {
    ...cardFor(stored, wanted.salesChannelIds, vietnamDay(now)),
    description: row.description,
    story: listing.story_vi === null ? null : { vi: listing.story_vi, en: listing.story_en },
    pictures: listing.pictures,
    variants: variantsOf(row, prices, packs, wanted.salesChannelIds),
    producer: {
      handle: producer.handle,
      name: producer.name,
      legalForm,
      place,
      story: (wanted.locale === 'en' ? producer.story_en : null) ?? producer.story_vi,
      phone: producer.phone,
    },
    recognitions: toRecognitions(row.recognitions),
    sourceAreas: trace.sourceAreas,
    lots: trace.lots,
    traceAvailable: trace.available,
    source: listing.source,
    netContent: listing.net_content,
    ingredients: listing.ingredients,
    allergens: listing.allergens,
    storage: listing.storage,
    usage: listing.usage,
    warning: listing.warning,
    standard: listing.standard,
    perishable: listing.perishable,
    related: await relatedTo(container, stored, wanted.salesChannelIds),
  }
}

/** In the producer's order, cheapest first where there is none. */
function variantsOf(
  row: DetailRow,
  prices: ReadonlyMap<string, unknown>,
  { harvests, sets }: { harvests: ReadonlyMap<string, Harvest>; sets: ReadonlyMap<string, HeldGoods[]> },
  salesChannelIds: readonly string[],
): VariantView[] {
  const locations = new Set(
    (row.sales_channels ?? [])
      .filter((channel) => channel !== null && salesChannelIds.includes(channel.id))
      .flatMap((channel) => channel?.stock_locations ?? [])
      .flatMap((location) => (location ? [location.id] : [])),
  )
  return (row.variants ?? [])
    .map((variant) => {
      const available = availableFrom(variant, locations)
      const amount = prices.get(variant.id)
      const price = amount === undefined ? null : toDong(amount)
      const { id, title, weight: weightGrams, variant_rank: rank } = variant
      const [harvest, holds] = [harvests.get(id) ?? null, sets.get(id) ?? []]
      const view = { id, title, price, inStock: available !== 0, available, weightGrams, harvest, holds }
      return { rank: rank ?? 0, view }
    })
    .sort((a, b) => a.rank - b.rank || (a.view.price ?? 0) - (b.view.price ?? 0) || (a.view.id < b.view.id ? -1 : 1))
    .map(({ view }) => view)
}

/** Other products of the producer first, then of the same group. */
async function relatedTo(
  container: MedusaContainer,
  { id, sector, producer }: StoredCard,
  salesChannelIds: readonly string[],
): Promise<ProductCard[]> {
  const few = { salesChannelIds, perPage: RELATED + 1, facets: false }
  const [own, alike] = await Promise.all([
    searchCatalogue(container, { ...few, producer: [producer.handle] }),
    searchCatalogue(container, { ...few, sector: [sector] }),
  ])
  const others = new Map([...own.items, ...alike.items].map((card) => [card.id, card]))
  others.delete(id)
  return [...others.values()].slice(0, RELATED)
}
