import type { SearchTypes } from '@medusajs/framework/types'
import type { Embedders, Settings } from 'meilisearch'
import { invalid, refuse } from './errors'
import type { IndexPlan, PlannedField } from './index-plan'
import { embedderName, isFacetable, isRetrievable, SOURCE_ATTRIBUTE } from './index-plan'

/**
 * `sort` leads, so that an order asked for is the order answered; Meilisearch's default would let relevance overrule it.
 * See https://www.meilisearch.com/docs/learn/relevancy/ranking_rules
 */
const RANKING_RULES = ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness']

/** The engine's default of 1,000 would cut off totals and deep pages. */
const MAX_TOTAL_HITS = 1_000_000

/** The engine's default of 100 would cut off facets. Values beyond this number are the rarest ones. */
export const MAX_FACET_VALUES = 10_000

/** Settings of Meilisearch that a definition may pass through `settings.provider_options`, as the engine names them. */
const PASSED_THROUGH = [
  'synonyms',
  'stopWords',
  'localizedAttributes',
  'separatorTokens',
  'nonSeparatorTokens',
  'dictionary',
  'proximityPrecision',
  'searchCutoffMs',
] as const satisfies (keyof Settings)[]

/** The shortest terms in which the engine allows one and two typos, unless the definition says otherwise. */
export const TYPO_DEFAULTS = { one: 5, two: 9 }

/**
 * The engine's settings for a definition.
 * Throws MedusaError when a setting names an unknown field or one the provider does not pass through.
 */
export function settingsOf(
  definition: Pick<SearchTypes.ResolvedSearchIndexDefinition, 'settings'>,
  plan: IndexPlan,
  identifier: string,
): Settings {
  const { settings } = definition
  const fields = [...plan.fields.values()]
  const typo = settings.typo_tolerance ?? {}
  const known = (path: string, where: string): string =>
    plan.fields.has(path) ? path : invalid(`${where} names the unknown field "${path}"`)
  const one = typo.min_word_size_for_one_typo ?? TYPO_DEFAULTS.one
  const two = typo.min_word_size_for_two_typos ?? Math.max(TYPO_DEFAULTS.two, one)
  if (one > two) invalid('min_word_size_for_two_typos must not be lower than min_word_size_for_one_typo')

  return {
    searchableAttributes: [...plan.searchable],
    filterableAttributes: filterablePaths(fields, plan, settings.distinct_attribute),
    sortableAttributes: fields.filter(({ field }) => field.sortable).map(sortablePath),
    displayedAttributes: displayedPaths(fields, plan),
    rankingRules: RANKING_RULES,
    distinctAttribute: settings.distinct_attribute
      ? known(settings.distinct_attribute, 'settings.distinct_attribute')
      : null,
    typoTolerance: {
      enabled: typo.enabled ?? true,
      minWordSizeForTypos: { oneTypo: one, twoTypos: two },
      disableOnAttributes: (typo.disabled_on_attributes ?? []).map((path) =>
        known(path, 'settings.typo_tolerance.disabled_on_attributes'),
      ),
    },
    pagination: { maxTotalHits: MAX_TOTAL_HITS },
    faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    embedders: embeddersOf(plan, identifier),
    ...passedThrough(settings.provider_options?.[identifier]),
  }
}

function filterablePaths(fields: PlannedField[], plan: IndexPlan, distinct: string | undefined): string[] {
  const paths = fields
    .filter(({ kind, field }) => kind !== 'vector' && (field.filterable || isFacetable(field)))
    .map(({ path, kind }) => (kind === 'geo' ? '_geo' : path))
  return [...new Set([plan.primaryKey, ...paths, ...(distinct ? [distinct] : [])])]
}

function sortablePath({ path, kind, isArray }: PlannedField): string {
  if (isArray || kind === 'vector') refuse(`The Meilisearch provider cannot sort by "${path}"`)
  return kind === 'geo' ? '_geo' : path
}

/** The source holds every retrievable field; searchable ones are shown as well, for highlighting. */
function displayedPaths(fields: PlannedField[], plan: IndexPlan): string[] {
  const highlighted = plan.searchable.filter((path) => {
    const planned = fields.find((field) => field.path === path)
    return planned && isRetrievable(planned.field)
  })
  return [...new Set([plan.primaryKey, SOURCE_ATTRIBUTE, ...highlighted])]
}

function embeddersOf(plan: IndexPlan, identifier: string): Embedders {
  const embedders: NonNullable<Embedders> = {}
  for (const path of plan.vectorFields) {
    const field = plan.fields.get(path)?.field
    const configured = field?.provider_options?.[identifier]?.embedder
    embedders[embedderName(path)] = field?.embed
      ? ({ documentTemplate: `{{doc.${path}}}`, ...(configured as object) } as NonNullable<Embedders>[string])
      : { source: 'userProvided', dimensions: field?.dimensions ?? 0 }
  }
  return embedders
}

function passedThrough(options: Record<string, unknown> | undefined): Settings {
  const allowed: ReadonlySet<string> = new Set(PASSED_THROUGH)
  const unknown = Object.keys(options ?? {}).filter((key) => !allowed.has(key))
  if (unknown.length > 0) {
    invalid(`Unknown Meilisearch setting "${unknown.join('", "')}"; known are ${PASSED_THROUGH.join(', ')}`)
  }
  return (options ?? {}) as Settings
}
