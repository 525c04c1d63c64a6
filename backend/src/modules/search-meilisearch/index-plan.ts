import type { SearchTypes } from '@medusajs/framework/types'
import { invalid, refuse } from './errors'

type Definition = Pick<SearchTypes.ResolvedSearchIndexDefinition, 'fields' | 'primary_key' | 'settings'>
type Kind = 'text' | 'keyword' | 'number' | 'boolean' | 'geo' | 'vector'

/** A leaf of the definition, at its dotted path. */
export interface PlannedField {
  path: string
  kind: Kind
  /** True when the field, or an object around it, is an array: its values collapse into one list. */
  isArray: boolean
  isDate: boolean
  field: SearchTypes.SearchFieldDefinition
}

/** What the provider needs of a definition to write, filter and read one physical index. */
export interface IndexPlan {
  primaryKey: string
  fields: ReadonlyMap<string, PlannedField>
  /** Searchable paths, heaviest first; Meilisearch ranks by this order, not by numbers. */
  searchable: readonly string[]
  geoField: string | null
  vectorFields: readonly string[]
  /** Objects that declare no fields: returned whole on hits, and indexed nowhere. */
  opaque: readonly string[]
}

/** Attribute that keeps the document as it was given, as JSON, so that a hit returns dates and nulls unchanged. */
export const SOURCE_ATTRIBUTE = '_source'

const RESERVED = new Set([
  SOURCE_ATTRIBUTE,
  '_geo',
  '_geojson',
  '_vectors',
  '_formatted',
  '_rankingScore',
  '_federation',
])

/**
 * Flattens a definition into its leaves.
 * Throws MedusaError when a field has a reserved name, when there are two geo fields (Meilisearch has one `_geo`),
 * or when a vector field wants the engine to embed and names no embedder.
 */
export function planIndex(definition: Definition, identifier: string): IndexPlan {
  const fields = new Map<string, PlannedField>()
  const opaque: string[] = []
  const walk = (group: Record<string, SearchTypes.SearchFieldDefinition>, prefix: string, inArray: boolean): void => {
    for (const [name, field] of Object.entries(group)) {
      const path = prefix ? `${prefix}.${name}` : name
      const isArray = inArray || field.array === true
      if (!prefix && RESERVED.has(name)) refuse(`Meilisearch reserves the field name "${name}"`)
      if (name.includes('.')) refuse(`The field name "${path}" must not contain a dot; declare an object field instead`)
      if (field.type === 'object') {
        if (Object.keys(field.fields ?? {}).length === 0) opaque.push(path)
        walk(field.fields ?? {}, path, isArray)
        continue
      }
      fields.set(path, { path, kind: kindOf(field), isArray, isDate: field.type === 'date', field })
    }
  }
  walk(definition.fields, '', false)

  const primary = fields.get(definition.primary_key)
  if (!primary) return invalid(`The primary key "${definition.primary_key}" is not among the fields of the index`)
  const geo = [...fields.values()].filter((field) => field.kind === 'geo')
  if (geo.length > 1) {
    refuse(`Meilisearch holds one geo field an index; this one declares ${geo.map((f) => `"${f.path}"`).join(', ')}`)
  }
  if (geo[0]?.isArray) refuse(`The geo field "${geo[0].path}" cannot be an array`)
  const vectors = [...fields.values()].filter((field) => field.kind === 'vector')
  for (const { path, field, isArray } of vectors) {
    if (isArray) refuse(`The vector field "${path}" cannot be an array`)
    if (field.embed && !field.provider_options?.[identifier]?.embedder) {
      refuse(`The vector field "${path}" declares "embed", so provider_options.${identifier}.embedder must name how`)
    }
  }
  return {
    primaryKey: definition.primary_key,
    fields,
    searchable: searchablePaths(fields),
    geoField: geo[0]?.path ?? null,
    vectorFields: vectors.map((field) => field.path),
    opaque,
  }
}

/** True when free text is matched against the field. */
export function isSearchable(field: SearchTypes.SearchFieldDefinition): boolean {
  return field.searchable === true || typeof field.searchable === 'object'
}

/** True when facets of any kind may be asked of the field. */
export function isFacetable(field: SearchTypes.SearchFieldDefinition): boolean {
  return field.facetable === true || typeof field.facetable === 'object'
}

/** True when the field comes back on hits; vectors only when they say so. */
export function isRetrievable(field: SearchTypes.SearchFieldDefinition): boolean {
  return field.type === 'vector' ? field.retrievable === true : field.retrievable !== false
}

/** The embedder a vector field is stored under; Meilisearch allows letters, digits, `_` and `-`. */
export function embedderName(path: string): string {
  return path.replace(/[^a-zA-Z0-9_-]/g, '_')
}

function searchablePaths(fields: ReadonlyMap<string, PlannedField>): string[] {
  const weight = ({ field }: PlannedField): number =>
    typeof field.searchable === 'object' ? (field.searchable.weight ?? 1) : 1
  return [...fields.values()]
    .filter(({ field }) => isSearchable(field))
    .sort((a, b) => weight(b) - weight(a))
    .map(({ path }) => path)
}

function kindOf(field: SearchTypes.SearchFieldDefinition): Kind {
  switch (field.type) {
    case 'integer':
    case 'float':
    case 'date':
      return 'number'
    case 'text':
    case 'keyword':
    case 'boolean':
    case 'geo':
    case 'vector':
      return field.type
    default:
      return refuse(`The Meilisearch provider does not support fields of type "${field.type}"`)
  }
}
