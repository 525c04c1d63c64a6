import type { Locale } from '#app/i18n/locale.ts'
import type { FacetName } from './medusa/types.ts'

export const SORTS = ['relevance', 'newest', 'price', '-price', 'name'] as const
export type Sort = (typeof SORTS)[number]

/** Facets of which several values may be chosen; `price` is one range. */
export const LIST_FACETS = ['stars', 'sector', 'province', 'producer'] as const satisfies FacetName[]
type ListFacet = (typeof LIST_FACETS)[number]

/** What the visitor asks of the catalogue; lives in the address and nowhere else. */
export type CatalogueQuery = Record<ListFacet, string[]> & {
  q: string
  /** A price range as the API names it, e.g. `50000-100000` or `500000-` (đồng). */
  price: string | null
  /** Null: relevance when something is searched for, else newest. */
  sort: Sort | null
  page: number
}

const MOST_VALUES = 20
const LAST_PAGE = 1000

export const EMPTY_QUERY: CatalogueQuery = {
  q: '',
  stars: [],
  sector: [],
  province: [],
  producer: [],
  price: null,
  sort: null,
  page: 1,
}

/**
 * Reads a catalogue address. In: its search parameters, from anybody. Out: a clean query: unknown parameters and
 * malformed values are dropped, repeated values count once, lists are sorted so that equal queries look equal.
 */
export function parseCatalogueQuery(params: URLSearchParams): CatalogueQuery {
  const list = (name: ListFacet, valid: RegExp) =>
    [...new Set(params.getAll(name))]
      .filter((value) => valid.test(value))
      .sort()
      .slice(0, MOST_VALUES)
  const price = params.get('price') ?? ''
  const page = Number(params.get('page') ?? 1)
  const q = (params.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 100)
  const sort = SORTS.find((one) => one === params.get('sort'))
  const ownOrder = sort === (q ? 'relevance' : 'newest')
  return {
    q,
    stars: list('stars', /^[345]$/),
    sector: list('sector', /^[a-z0-9_-]{1,60}$/i),
    province: list('province', /^\d{2}$/),
    producer: list('producer', /^[a-z0-9-]{1,120}$/),
    price: /^\d{1,9}-(\d{1,9})?$/.test(price) ? price : null,
    sort: ownOrder ? null : (sort ?? null),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

/** The address of a query, always written the same way; a change of anything but the page starts at page 1. */
export function catalogueHref(query: CatalogueQuery, changes: Partial<CatalogueQuery> = {}): string {
  const next = { ...query, page: 1, ...changes }
  const params = new URLSearchParams()
  if (next.q) params.set('q', next.q)
  for (const facet of LIST_FACETS) for (const value of next[facet]) params.append(facet, value)
  if (next.price) params.set('price', next.price)
  if (next.sort) params.set('sort', next.sort)
  if (next.page > 1) params.set('page', String(next.page))
  const search = params.toString()
  return search ? `/san-pham?${search}` : '/san-pham'
}

/** The query as parameters of `GET /store/catalogue`. */
export function catalogueApiSearch(query: CatalogueQuery, locale: Locale, perPage: number) {
  const [least, most] = query.price?.split('-') ?? []
  return {
    q: query.q || undefined,
    stars: query.stars,
    sector: query.sector,
    province: query.province,
    producer: query.producer,
    price_min: least || undefined,
    price_max: most || undefined,
    sort: query.sort ?? undefined,
    page: query.page > 1 ? query.page : undefined,
    per_page: perPage,
    locale,
  }
}

/** The address with one value of a facet taken away. */
export function withoutValue(query: CatalogueQuery, facet: FacetName, value: string): string {
  if (facet === 'price') return catalogueHref(query, { price: null })
  return catalogueHref(query, { [facet]: query[facet].filter((one) => one !== value) })
}

/** True when anything but sorting and paging narrows the list. */
export function isFiltered(query: CatalogueQuery): boolean {
  return query.q !== '' || query.price !== null || LIST_FACETS.some((facet) => query[facet].length > 0)
}
