import type { SearchTypes } from '@medusajs/framework/types'
import {
  projectDocument,
  readDocumentPath,
  searchValueToBoolean,
  searchValueToNumber,
  setDocumentPath,
} from '@medusajs/framework/utils'
import { invalid } from './errors'
import type { IndexPlan, PlannedField } from './index-plan'
import { embedderName, isRetrievable, SOURCE_ATTRIBUTE } from './index-plan'

/** What Meilisearch accepts as a document id. */
const DOCUMENT_ID = /^[a-zA-Z0-9_-]{1,511}$/

/**
 * The document Meilisearch stores: every indexed value at its path (dates as epoch milliseconds, nulls left out, objects
 * in arrays collapsed into lists), and the retrievable part of the original as JSON text under `_source`.
 * Throws MedusaError when the id is missing or of a form the engine refuses, or when a vector or a point is malformed.
 */
export function toEngineDocument(document: SearchTypes.SearchDocument, plan: IndexPlan): Record<string, unknown> {
  const id = document[plan.primaryKey]
  if (typeof id !== 'string' && typeof id !== 'number') {
    return invalid(`A document lacks its primary key "${plan.primaryKey}"`)
  }
  if (!DOCUMENT_ID.test(String(id))) {
    invalid(`Meilisearch takes ids of letters, digits, "-" and "_" up to 511 characters; "${String(id)}" is none`)
  }
  const stored: Record<string, unknown> = {}
  const vectors: Record<string, number[] | null> = {}
  for (const planned of plan.fields.values()) {
    if (planned.kind === 'vector' && !planned.field.embed) {
      vectors[embedderName(planned.path)] = vectorOf(document, planned)
      continue
    }
    if (planned.kind === 'geo') {
      const point = pointOf(document, planned)
      if (point) stored._geo = point
      continue
    }
    const values = readDocumentPath(document, planned.path.split('.'))
      .map((value) => indexedValue(value, planned))
      .filter((value) => value !== undefined)
    if (values.length > 0) setDocumentPath(stored, planned.path, planned.isArray ? values : values[0])
  }
  stored[plan.primaryKey] = String(id)
  stored[SOURCE_ATTRIBUTE] = JSON.stringify(projectDocument(document, retrievablePaths(plan)))
  if (Object.keys(vectors).length > 0) stored._vectors = vectors
  return stored
}

function retrievablePaths(plan: IndexPlan): string[] {
  const leaves = [...plan.fields.values()].filter(({ field }) => isRetrievable(field)).map(({ path }) => path)
  return [...leaves, ...plan.opaque]
}

function indexedValue(value: unknown, planned: PlannedField): string | number | boolean | undefined {
  switch (planned.kind) {
    case 'number':
      return searchValueToNumber(value, planned.isDate)
    case 'boolean':
      return searchValueToBoolean(value)
    default:
      return typeof value === 'string' ? value : String(value)
  }
}

/** Null opts a document out; Meilisearch demands an entry for every embedder of the index. */
function vectorOf(document: SearchTypes.SearchDocument, planned: PlannedField): number[] | null {
  const values = readDocumentPath(document, planned.path.split('.'))
  if (values.length === 0) return null
  const numbers = values.map(Number)
  if (numbers.length !== planned.field.dimensions || !numbers.every(Number.isFinite)) {
    invalid(`The vector field "${planned.path}" needs ${planned.field.dimensions} numbers, got ${values.length} values`)
  }
  return numbers
}

function pointOf(document: SearchTypes.SearchDocument, planned: PlannedField): { lat: number; lng: number } | null {
  const [value] = readDocumentPath(document, planned.path.split('.'))
  if (value === undefined) return null
  const point = value as { lat?: unknown; lng?: unknown; lon?: unknown }
  const lat = Number(point.lat)
  const lng = Number(point.lng ?? point.lon)
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) invalid(`The geo field "${planned.path}" needs { lat, lng }`)
  return { lat, lng }
}
