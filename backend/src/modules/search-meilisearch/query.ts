import type { SearchTypes } from '@medusajs/framework/types'
import type { MultiSearchQuery } from 'meilisearch'
import { invalid, refuse } from './errors'
import { allOf, compileFilter, matchesNothing } from './filter'
import type { IndexPlan } from './index-plan'
import { embedderName, isRetrievable, isSearchable, SOURCE_ATTRIBUTE } from './index-plan'
import { TYPO_DEFAULTS } from './index-settings'

/** The engine looks at ten terms of a query and ignores the rest, which "every term must match" does not allow. */
const MAX_TERMS = 10

/** Where a query's answer is found in the hits: counted exactly, estimated, or not at all. */
export type CountMode = SearchTypes.SearchCountStrategy

/** One request for hits, and how to read its answer. */
export interface HitsRequest {
  params: MultiSearchQuery
  count: CountMode
  /** A second request that only counts, when the page does not start at a multiple of its size. */
  countParams: MultiSearchQuery | null
  highlight: HighlightRequest | null
}

export interface HighlightRequest {
  fields: readonly string[]
  preTag: string
  postTag: string
}

/** The part of a query that selects documents: text and filters. Facets are counted over the same selection. */
export type Selection = Pick<MultiSearchQuery, 'indexUid' | 'q' | 'filter' | 'matchingStrategy'> &
  Partial<Pick<MultiSearchQuery, 'attributesToSearchOn' | 'locales' | 'distinct' | 'rankingScoreThreshold'>> &
  Partial<Pick<MultiSearchQuery, 'hybrid' | 'vector'>>

/**
 * Translates what a query selects. Throws MedusaError for everything Meilisearch would answer differently:
 * `match_strategy: 'any'`, more than ten terms, cursors, exact prefixes of long words, unknown provider options.
 */
export function selectionOf(query: SearchTypes.ProviderSearchQuery, plan: IndexPlan, identifier: string): Selection {
  const options = query.search_options ?? {}
  if (query.pagination?.cursor !== undefined) refuse('The Meilisearch provider pages by skip and take, not by cursor')
  const text = textOf(query, plan)
  const filter = allOf(
    compileFilter(query.filters, plan),
    text === null ? matchesNothing(plan) : null,
    geoFilter(options.provider_options?.[identifier], plan),
  )
  const selection: Selection = { indexUid: query.index.physical_name, q: text ?? '', matchingStrategy: 'all' }
  if (filter !== null) selection.filter = filter
  if (options.attributes_to_search_on) {
    selection.attributesToSearchOn = options.attributes_to_search_on.map((path) => searchablePath(path, plan))
  }
  if (options.locales?.length) selection.locales = options.locales.map(localeOf)
  if (options.distinct) selection.distinct = distinctPath(options.distinct, query, plan)
  if (options.min_score !== undefined) selection.rankingScoreThreshold = thresholdOf(options.min_score)
  if (options.vector) Object.assign(selection, vectorOf(query, plan))
  return selection
}

/** The request for a page of hits. `take: 0` asks for the count alone. */
export function hitsRequestOf(
  query: SearchTypes.ProviderSearchQuery,
  selection: Selection,
  plan: IndexPlan,
): HitsRequest {
  const options = query.search_options ?? {}
  const skip = query.pagination?.skip ?? 0
  const take = query.pagination?.take ?? 20
  const count = options.count ?? 'estimated'
  const highlight = highlightOf(query, plan)
  const params: MultiSearchQuery = {
    ...selection,
    attributesToRetrieve: needsSource(query, plan) ? [plan.primaryKey, SOURCE_ATTRIBUTE] : [plan.primaryKey],
    ...(highlight ? highlightParams(highlight, query) : {}),
    ...(options.include_score ? { showRankingScore: true } : {}),
  }
  const sort = sortOf(query, plan)
  if (sort.length > 0) params.sort = sort

  const exact = count === 'exact'
  const wholePages = take === 0 || skip % take === 0
  if (exact && wholePages) {
    params.hitsPerPage = take
    params.page = take === 0 ? 1 : skip / take + 1
  } else {
    params.offset = skip
    params.limit = take
  }
  const countParams = exact && !wholePages ? { ...selection, hitsPerPage: 0, page: 1 } : null
  return { params, count, countParams, highlight }
}

function needsSource(query: SearchTypes.ProviderSearchQuery, plan: IndexPlan): boolean {
  return query.attributes_to_retrieve.some((path) => path !== plan.primaryKey)
}

/**
 * The query text in Meilisearch's own notation; '' for none, null when there is text but no word in it.
 * Quotes and minus signs would be operators there, so terms are cut at everything but letters, marks and digits.
 * A term in double quotes must occur exactly; a space after the last word keeps it from being taken as a prefix.
 */
function textOf(query: SearchTypes.ProviderSearchQuery, plan: IndexPlan): string | null {
  const q = query.q?.trim() ?? ''
  if (q === '') return ''
  if (plan.searchable.length === 0) {
    invalid(`Search index "${query.index.name}" has no searchable fields, so it cannot be queried by text`)
  }
  const terms = q.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (terms.length === 0) return null
  if (terms.length > MAX_TERMS) {
    refuse(`Meilisearch matches at most ${MAX_TERMS} terms of a query; this one has ${terms.length}`)
  }
  const options = query.search_options ?? {}
  const settings = query.index.settings.typo_tolerance ?? {}
  const typosInIndex = settings.enabled ?? true
  const typos = options.typo_tolerance === true && typosInIndex
  switch (options.match_strategy ?? 'all') {
    case 'all':
      return typos ? `${terms.join(' ')} ` : terms.map((term) => `"${term}"`).join(' ')
    case 'last': {
      if (typos) return terms.join(' ')
      const last = terms.at(-1) ?? ''
      if (typosInIndex && [...last].length >= (settings.min_word_size_for_one_typo ?? TYPO_DEFAULTS.one)) {
        refuse(
          `Meilisearch cannot match a prefix of ${[...last].length} letters without typos while the index allows them; ` +
            'send typo_tolerance: true, or disable settings.typo_tolerance on the index',
        )
      }
      return [...terms.slice(0, -1).map((term) => `"${term}"`), last].join(' ')
    }
    default:
      return refuse('Meilisearch cannot match any one of several terms; use the match strategy "all" or "last"')
  }
}

function sortOf(query: SearchTypes.ProviderSearchQuery, plan: IndexPlan): string[] {
  const order = Object.entries(query.pagination?.order ?? {})
  const score = order.findIndex(([path]) => path === '_score')
  if (score !== -1 && (score !== order.length - 1 || order[score]?.[1] === 'ASC')) {
    refuse('Meilisearch ranks by relevance after every other order and best first: "_score" must come last, as "DESC"')
  }
  return order
    .filter(([path]) => path !== '_score')
    .map(([path, direction]) => {
      const planned = plan.fields.get(path)
      if (!planned) return invalid(`Cannot sort search index "${query.index.name}" by the unknown field "${path}"`)
      if (!planned.field.sortable || planned.kind === 'geo') return refuse(`The field "${path}" is not sortable`)
      return `${path}:${direction === 'ASC' ? 'asc' : 'desc'}`
    })
}

function searchablePath(path: string, plan: IndexPlan): string {
  const planned = plan.fields.get(path)
  return planned && isSearchable(planned.field) ? path : invalid(`The field "${path}" is not searchable`)
}

function distinctPath(path: string, query: SearchTypes.ProviderSearchQuery, plan: IndexPlan): string {
  const planned = plan.fields.get(path)
  if (!planned) return invalid(`Cannot deduplicate by the unknown field "${path}"`)
  if (planned.isArray || planned.kind === 'geo' || planned.kind === 'vector') {
    return refuse(`The Meilisearch provider cannot deduplicate by "${path}"`)
  }
  if (!planned.field.filterable && query.index.settings.distinct_attribute !== path) {
    return refuse(`Meilisearch deduplicates by filterable fields only; declare "${path}" filterable`)
  }
  return path
}

function thresholdOf(score: number): number {
  return score >= 0 && score <= 1 ? score : refuse('Scores of Meilisearch lie between 0 and 1, and so must "min_score"')
}

function localeOf(locale: string): string {
  return /^[a-z]{2,3}$/i.test(locale)
    ? locale.toLowerCase()
    : invalid(`"${locale}" is no ISO 639 language code such as "vi"`)
}

function vectorOf(query: SearchTypes.ProviderSearchQuery, plan: IndexPlan): Pick<Selection, 'hybrid' | 'vector' | 'q'> {
  const vector = query.search_options?.vector ?? {}
  const path = vector.field ?? plan.vectorFields[0]
  if (path === undefined || !plan.vectorFields.includes(path)) {
    return invalid(`Search index "${query.index.name}" has no vector field "${vector.field ?? ''}"`)
  }
  const hasText = (query.q?.trim() ?? '') !== ''
  const semanticRatio = vector.semantic_ratio ?? (hasText ? 0.5 : 1)
  const hybrid = { embedder: embedderName(path), semanticRatio }
  if (vector.value) return { hybrid, vector: vector.value }
  if (hasText && vector.query !== query.q) {
    refuse('Meilisearch embeds the text it searches for, so "vector.query" must equal "q" or stand alone')
  }
  return { hybrid, q: vector.query ?? '' }
}

/** `provider_options.<identifier>.geo_radius`: `{ lat, lng, meters }`; the contract itself has no geographic filter. */
function geoFilter(options: Record<string, unknown> | undefined, plan: IndexPlan): string | null {
  for (const key of Object.keys(options ?? {})) {
    if (key !== 'geo_radius') invalid(`Unknown Meilisearch query option "${key}"; known is geo_radius`)
  }
  const radius = options?.geo_radius
  if (radius === undefined) return null
  if (plan.geoField === null || !plan.fields.get(plan.geoField)?.field.filterable) {
    return invalid('"geo_radius" needs a filterable geo field')
  }
  const { lat, lng, meters } = radius as { lat?: unknown; lng?: unknown; meters?: unknown }
  const numbers = [lat, lng, meters]
  if (!numbers.every((n) => typeof n === 'number' && Number.isFinite(n))) {
    return invalid('"geo_radius" needs the numbers lat, lng and meters')
  }
  return `_geoRadius(${numbers.join(', ')})`
}

function highlightOf(query: SearchTypes.ProviderSearchQuery, plan: IndexPlan): HighlightRequest | null {
  const asked = query.search_options?.highlight
  if (!asked || (query.q?.trim() ?? '') === '') return null
  const options: Partial<SearchTypes.SearchHighlightOptions> = asked === true ? {} : asked
  const fields = options.fields ?? query.search_options?.attributes_to_search_on ?? plan.searchable
  for (const path of fields) {
    const planned = plan.fields.get(path)
    if (!planned || !isSearchable(planned.field)) invalid(`Cannot highlight "${path}": it is not searchable`)
  }
  const shown = fields.filter((path) => {
    const planned = plan.fields.get(path)
    return planned && isRetrievable(planned.field)
  })
  return { fields: shown, preTag: options.pre_tag ?? '<mark>', postTag: options.post_tag ?? '</mark>' }
}

function highlightParams(
  highlight: HighlightRequest,
  query: SearchTypes.ProviderSearchQuery,
): Partial<MultiSearchQuery> {
  const asked = query.search_options?.highlight
  const snippet = typeof asked === 'object' ? asked.snippet : false
  return {
    attributesToHighlight: [...highlight.fields],
    highlightPreTag: highlight.preTag,
    highlightPostTag: highlight.postTag,
    ...(snippet
      ? {
          attributesToCrop: [...highlight.fields],
          cropLength: typeof snippet === 'object' ? snippet.length : 20,
        }
      : {}),
  }
}
