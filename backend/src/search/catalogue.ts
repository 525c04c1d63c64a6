import type { ISearchModuleService, MedusaContainer, SearchTypes } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MedusaError, Modules, ProductStatus } from '@medusajs/framework/utils'
import { vietnamDay, withLaterMembers } from '@sao-lang/traceability/verify'
import type { CatalogueFacets, CataloguePage, CatalogueParams, ProductCard } from './catalogue-types'
import {
  PRICE_RANGES,
  priceFacets,
  producerFacets,
  provinceFacets,
  sectorFacets,
  starFacets,
  valuesOf,
} from './facet-labels'
import type { StoredCard } from './product-document'
import { RANKINGS } from './ranking-criteria'
import { badgeOn, dayNumber } from './stars'
import { type QueryWords, queryWords } from './vietnamese-words'

/** Name of the index of products; `product-index.ts` declares it. */
export const PRODUCT_INDEX = 'catalogue'
/** The same documents in PostgreSQL, kept while Meilisearch serves, for the time it does not answer. */
export const STANDBY_INDEX = 'catalogue_standby'

export const PER_PAGE = 24
export const MOST_PER_PAGE = 60

type Filters = SearchTypes.SearchFilters
type Query = SearchTypes.SearchQuery
type Result = SearchTypes.SearchResult
type FacetName = keyof CatalogueFacets

/** A facet may have thousands of values; what is shown of them is decided here, not in the engine. */
const EVERY_VALUE = 10_000

/** Titles offered when nothing was found. */
const SUGGESTIONS = 3

/**
 * One page of the catalogue, read from search documents alone.
 * In: the Medusa container and the shopper's choices. Out: cards, total and facets; see `CataloguePage`.
 * Stars are those of today at +07, in cards, filter and facet alike. A query without any word finds nothing.
 * Throws MedusaError when the search index is not built yet.
 */
export async function searchCatalogue(container: MedusaContainer, params: CatalogueParams): Promise<CataloguePage> {
  const search: ISearchModuleService = container.resolve(Modules.SEARCH)
  try {
    return await searchIn(search, PRODUCT_INDEX, params)
  } catch (error) {
    if (!isOutage(error) || !hasStandby(search)) throw error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn('Meilisearch does not answer: the catalogue is served from PostgreSQL.')
    return await searchIn(search, STANDBY_INDEX, params)
  }
}

function hasStandby(search: ISearchModuleService): boolean {
  try {
    return search.getIndex(STANDBY_INDEX).name === STANDBY_INDEX
  } catch {
    return false
  }
}

/** The engine is away, or has not been filled yet; a query it refuses is no outage. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof MedusaError &&
    (error.type === MedusaError.Types.UNEXPECTED_STATE || error.type === MedusaError.Types.NOT_FOUND)
  )
}

async function searchIn(search: ISearchModuleService, index: string, params: CatalogueParams): Promise<CataloguePage> {
  const today = vietnamDay(new Date())
  const wanted = new Wanted(index, params, today)
  const { plain, narrowed } = wanted.facets()
  const [hits, facetResults] = await Promise.all([
    findHits(search, wanted, plain),
    narrowed.length > 0 ? search.searchMany(narrowed.map((name) => wanted.facetQuery(name))) : [],
  ])
  const nothing = hits.total === 0 && wanted.text !== null
  return {
    items: hits.cards.map((card) => cardFor(card, params.salesChannelIds, today)),
    total: hits.total,
    page: wanted.page,
    perPage: wanted.perPage,
    facets: facetsFrom([hits.counted, ...facetResults], params, dayNumber(today)),
    suggestions: nothing ? await suggest(search, wanted) : [],
  }
}

/** A shopper's choices, turned into queries for the Search Module. */
class Wanted {
  readonly page: number
  readonly perPage: number
  readonly skip: number
  /** Null when no text was given. */
  readonly text: QueryWords | null
  private readonly filters: Partial<Record<FacetName, Filters>>

  constructor(
    private readonly index: string,
    private readonly params: CatalogueParams,
    today: string,
  ) {
    this.page = Math.max(1, params.page ?? 1)
    this.perPage = Math.min(MOST_PER_PAGE, Math.max(1, params.perPage ?? PER_PAGE))
    this.skip = (this.page - 1) * this.perPage
    this.text = params.q?.trim() ? queryWords(params.q) : null
    this.day = dayNumber(today)
    this.filters = this.chosenFilters()
  }

  private readonly day: number

  /** True when hits are ordered by how well they match, and matches with the typed accents come first. */
  get byRelevance(): boolean {
    return this.text !== null && (this.params.sort ?? 'relevance') === 'relevance'
  }

  query(options: {
    filters?: Filters[]
    skip?: number
    take: number
    count?: SearchTypes.SearchCountStrategy
    facets?: readonly FacetName[]
    fields?: string[]
    without?: FacetName
  }): Query {
    const chosen = Object.entries(this.filters).flatMap(([name, filter]) => (name === options.without ? [] : [filter]))
    return {
      entity: this.index,
      fields: options.fields ?? ['card'],
      filters: {
        ...(this.text === null ? {} : { q: this.text.words.join(' ') }),
        $and: [this.visible(), ...chosen, ...(options.filters ?? [])],
      },
      pagination: { skip: options.skip ?? 0, take: options.take, order: this.order() },
      search_options: {
        match_strategy: 'all',
        typo_tolerance: false,
        count: options.count ?? 'none',
        ...(options.facets?.length ? { facets: options.facets.map((name) => FACET_REQUESTS[name]) } : {}),
      },
    }
  }

  /** `plain` facets, which no choice narrows, ride on the query of the hits; each narrowed one is a query of its own. */
  facets(): { plain: FacetName[]; narrowed: FacetName[] } {
    const names = this.params.facets === false ? [] : (Object.keys(FACET_REQUESTS) as FacetName[])
    return {
      plain: names.filter((name) => this.filters[name] === undefined),
      narrowed: names.filter((name) => this.filters[name] !== undefined),
    }
  }

  /** Counts a facet without its own choice. */
  facetQuery(name: FacetName): Query {
    return this.query({ take: 0, facets: [name], without: name })
  }

  private visible(): Filters {
    return {
      status: ProductStatus.PUBLISHED,
      sales_channel_ids: { $overlaps: [...this.params.salesChannelIds] },
      // Words that are none, such as `???`, match nothing; engines disagree on an empty query.
      ...(this.text !== null && this.text.words.length === 0 ? { id: [] } : {}),
    }
  }

  private chosenFilters(): Partial<Record<FacetName, Filters>> {
    const { stars, sector, province, producer, priceMin, priceMax } = this.params
    const chosen: Partial<Record<FacetName, Filters>> = {}
    if (stars?.length) {
      const values = stars.map(String)
      chosen.stars = {
        $or: [
          { star: values, ...this.inForce('star') },
          { next_star: values, ...this.inForce('next_star') },
        ],
      }
    }
    if (sector?.length) chosen.sector = { sector: [...sector] }
    if (province?.length) chosen.province = { province_code: [...province] }
    if (producer?.length) chosen.producer = { producer_handle: [...producer] }
    if (priceMin !== undefined || priceMax !== undefined) {
      chosen.price = {
        price: {
          ...(priceMin === undefined ? {} : { $gte: priceMin }),
          ...(priceMax === undefined ? {} : { $lt: priceMax }),
        },
      }
    }
    return chosen
  }

  /** A star that begins or ends at midnight is counted from midnight: the days are in the document. */
  private inForce(field: 'star' | 'next_star'): Filters {
    return { [`${field}_from`]: { $lte: this.day }, [`${field}_until`]: { $gte: this.day } }
  }

  private order(): Record<string, SearchTypes.SearchOrderBy> | undefined {
    if (this.byRelevance) return undefined
    // An order that is by words is the newest first where there are none.
    return { ...(RANKINGS[this.params.sort ?? 'relevance'].order ?? RANKINGS.newest.order) }
  }
}

const FACET_REQUESTS: Record<FacetName, SearchTypes.SearchFacetRequest> = {
  stars: { field: 'star_spans', type: 'value', limit: EVERY_VALUE },
  sector: { field: 'sector', type: 'value', limit: EVERY_VALUE },
  province: { field: 'province_facet', type: 'value', limit: EVERY_VALUE },
  producer: { field: 'producer_facet', type: 'value', limit: EVERY_VALUE },
  price: { field: 'price', type: 'range', ranges: PRICE_RANGES.map((range) => ({ ...range })) },
}

interface Hits {
  cards: StoredCard[]
  total: number
  /** The answer with the facets that no choice narrows. */
  counted: Result | undefined
}

/**
 * Hits of a page. Engines match plain letters, so a query typed with accents is asked twice: first for products that have
 * these words with these accents, then for the rest; the page is cut from the two lists as if they were one.
 */
async function findHits(search: ISearchModuleService, wanted: Wanted, facets: readonly FacetName[]): Promise<Hits> {
  const { skip, perPage: take } = wanted
  const accented = wanted.byRelevance ? (wanted.text?.accented ?? []) : []
  if (accented.length === 0) {
    const result = await search.search(wanted.query({ skip, take, count: 'exact', facets }))
    return { cards: cardsOf(result), total: result.metadata.count ?? 0, counted: result }
  }
  const same: Filters = { toned_words: { $contains: accented } }
  const other: Filters = { $not: same }
  const [exact, all] = await search.searchMany([
    wanted.query({ filters: [same], skip, take, count: 'exact' }),
    wanted.query({ take: 0, count: 'exact', facets }),
  ])
  const exactTotal = exact?.metadata.count ?? 0
  const total = all?.metadata.count ?? 0
  const cards = exact ? cardsOf(exact) : []
  const missing = take - cards.length
  if (missing > 0 && total > exactTotal) {
    const from = Math.max(0, skip - exactTotal)
    cards.push(...cardsOf(await search.search(wanted.query({ filters: [other], skip: from, take: missing }))))
  }
  return { cards, total, counted: all }
}

/** Titles near to a query that found nothing: its last word as a beginning, and a letter or two wrong. */
async function suggest(search: ISearchModuleService, wanted: Wanted): Promise<string[]> {
  if (wanted.text === null || wanted.text.words.length === 0) return []
  const query = wanted.query({ take: SUGGESTIONS, fields: ['title'] })
  const { hits } = await search.search<{ title: string }>({
    ...query,
    pagination: { skip: 0, take: SUGGESTIONS },
    search_options: { match_strategy: 'last', typo_tolerance: true, count: 'none' },
  })
  return [...new Set(hits.map(({ document }) => document.title))]
}

function cardsOf(result: Result): StoredCard[] {
  return result.hits.map(({ document }) => document.card as StoredCard)
}

/** A stored card as a caller sees it on a calendar day (yyyy-mm-dd at +07). */
export function cardFor(stored: StoredCard, salesChannelIds: readonly string[], today: string): ProductCard {
  const { recognitions, inStockIn, ...card } = stored
  return {
    ...card,
    inStock: inStockIn.some((id) => salesChannelIds.includes(id)),
    // Documents written by an older release lack what recognitions have learnt since.
    badge: badgeOn(recognitions.map(withLaterMembers), today),
  }
}

function facetsFrom(
  answers: readonly (Result | undefined)[],
  { facets, sector = [], producer = [], locale = 'vi' }: CatalogueParams,
  today: number,
): CatalogueFacets {
  if (facets === false) return { stars: [], sector: [], province: [], producer: [], price: [] }
  const found = (name: FacetName): SearchTypes.SearchFacetResult | undefined => {
    const { field } = FACET_REQUESTS[name]
    return answers.find((answer) => answer?.facets?.[field])?.facets?.[field]
  }
  return {
    stars: starFacets(valuesOf(found('stars')), today, locale),
    sector: sectorFacets(valuesOf(found('sector')), sector, locale),
    province: provinceFacets(valuesOf(found('province')), locale),
    producer: producerFacets(valuesOf(found('producer')), producer),
    price: priceFacets(found('price'), locale),
  }
}
