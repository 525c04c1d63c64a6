import type { SearchTypes } from '@medusajs/framework/types'
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { invalid, refuse } from './errors'
import { allOf, filterNumber, numberLiteral, quote } from './filter'
import type { IndexPlan, PlannedField } from './index-plan'
import { isFacetable } from './index-plan'
import type { Selection } from './query'

type Request = SearchTypes.SearchFacetRequest
type RangeRequest = Extract<Request, { type: 'range' }>

/** As in the Postgres provider. */
const DEFAULT_LIMIT = 10

/** The requests that answer a query's facets, and how to read their answers in the same order. */
export interface FacetRequests {
  queries: MultiSearchQuery[]
  read: (
    answers: readonly MultiSearchResult<Record<string, unknown>>[],
  ) => Record<string, SearchTypes.SearchFacetResult>
}

/**
 * Plans the facets over a selection: value and stats facets ride on one request, each range is one filtered count.
 * Out: null when none is asked for. Throws MedusaError for fields that are not facetable that way.
 */
export function facetRequestsOf(
  asked: readonly (string | Request)[] | undefined,
  selection: Selection,
  plan: IndexPlan,
): FacetRequests | null {
  const requests = (asked ?? []).map((request) => normalized(request, plan))
  if (requests.length === 0) return null

  const counting = { ...selection, hitsPerPage: 0, page: 1 }
  const distributed = requests.filter((request) => request.type !== 'range').map(({ field }) => field)
  const queries: MultiSearchQuery[] = []
  if (distributed.length > 0) queries.push({ ...counting, facets: [...new Set(distributed)] })
  const firstRange = queries.length
  const ranges = requests.filter((request): request is RangeRequest => request.type === 'range')
  for (const request of ranges) {
    for (const range of request.ranges)
      queries.push({ ...counting, filter: rangeFilter(request, range, selection, plan) })
  }

  return {
    queries,
    read: (answers) => {
      const facets: Record<string, SearchTypes.SearchFacetResult> = {}
      let next = firstRange
      for (const request of requests) {
        if (request.type === 'range') {
          facets[request.field] = {
            type: 'range',
            ranges: request.ranges.map((range) => ({
              ...range,
              key: range.key ?? `${range.from ?? ''}-${range.to ?? ''}`,
              count: answers[next++]?.totalHits ?? 0,
            })),
          }
        } else if (request.type === 'stats') {
          facets[request.field] = statsOf(answers[0], request.field)
        } else {
          facets[request.field] = valuesOf(answers[0], request)
        }
      }
      return facets
    },
  }
}

function normalized(asked: string | Request, plan: IndexPlan): Request {
  const request: Request = typeof asked === 'string' ? { field: asked, type: 'value' } : asked
  const planned = plan.fields.get(request.field)
  if (!planned || !isFacetable(planned.field)) return invalid(`The field "${request.field}" is not facetable`)
  const numeric = planned.kind === 'number'
  if ((request.type === 'range' || request.type === 'stats') && !numeric) {
    return refuse(`A ${request.type} facet needs a number or a date, and "${request.field}" is neither`)
  }
  if (request.type === 'range' && planned.isArray)
    refuse(`Meilisearch cannot count ranges of the list "${request.field}"`)
  return request
}

/** `from` is included and `to` is not. */
function rangeFilter(
  request: RangeRequest,
  range: RangeRequest['ranges'][number],
  selection: Selection,
  plan: IndexPlan,
): string {
  const planned = plan.fields.get(request.field) as PlannedField
  const name = quote(request.field)
  const bound = (value: number | string): string => numberLiteral(filterNumber(planned, value))
  const base = typeof selection.filter === 'string' ? selection.filter : null
  return (
    allOf(
      base,
      range.from === undefined ? null : `${name} >= ${bound(range.from)}`,
      range.to === undefined ? null : `${name} < ${bound(range.to)}`,
    ) ?? `${name} EXISTS OR ${name} NOT EXISTS`
  )
}

function valuesOf(
  answer: MultiSearchResult<Record<string, unknown>> | undefined,
  request: Extract<Request, { type?: 'value' }>,
): SearchTypes.SearchFacetResult {
  const all = Object.entries(answer?.facetDistribution?.[request.field] ?? {})
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => !request.query || value.startsWith(request.query))
    .sort((a, b) => (request.sort === 'alpha' ? 0 : b.count - a.count) || compare(a.value, b.value))
  return { type: 'value', values: all.slice(0, request.limit ?? DEFAULT_LIMIT) }
}

/** Meilisearch knows minimum and maximum; average and sum are left out. An empty selection answers zeros. */
function statsOf(
  answer: MultiSearchResult<Record<string, unknown>> | undefined,
  field: string,
): SearchTypes.SearchFacetResult {
  const stats = answer?.facetStats?.[field]
  return { type: 'stats', min: stats?.min ?? 0, max: stats?.max ?? 0, count: answer?.totalHits ?? 0 }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
