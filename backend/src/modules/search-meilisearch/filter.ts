import type { SearchTypes } from '@medusajs/framework/types'
import { invalid, refuse } from './errors'
import type { IndexPlan, PlannedField } from './index-plan'

type Filters = SearchTypes.SearchFilters

/**
 * A string as a Meilisearch filter value. The engine's parser ends a value at the first unescaped double quote and then
 * reads backslash escapes, so escaping exactly these two characters returns every string unchanged and lets none out.
 * See `filter-parser/src/value.rs` of Meilisearch.
 */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/**
 * Compiles a filter tree into Meilisearch's filter language.
 * In: the tree without `q`, and the plan of the index. Attribute names come from the plan alone, every string is quoted.
 * Out: the expression; null when nothing is filtered.
 * Throws MedusaError for unknown or unfilterable fields, values of the wrong type, an `undefined` value (which would
 * quietly widen the answer), and for operators the engine lacks: `$like`, and comparison of texts, booleans and arrays.
 */
export function compileFilter(filters: Filters | undefined, plan: IndexPlan): string | null {
  if (!filters) return null
  const parts: string[] = []
  for (const [key, value] of Object.entries(filters)) {
    if (key === '$and' || key === '$or') {
      const branches = branchesOf(key, value)
        .map((branch) => compileFilter(branch, plan))
        .filter((part) => part !== null)
      if (branches.length > 0) parts.push(`(${branches.join(key === '$and' ? ' AND ' : ' OR ')})`)
    } else if (key === '$not') {
      if (!isTree(value)) invalid('The filter "$not" needs a filter tree')
      const inner = compileFilter(value, plan)
      if (inner !== null) parts.push(`NOT (${inner})`)
    } else {
      parts.push(fieldFilter(key, value, plan))
    }
  }
  return parts.length > 0 ? parts.join(' AND ') : null
}

/** An expression that no document satisfies. */
export function matchesNothing(plan: IndexPlan): string {
  return `${quote(plan.primaryKey)} IN []`
}

/** Joins expressions that must all hold; null when there is none. */
export function allOf(...parts: (string | null)[]): string | null {
  const present = parts.filter((part) => part !== null).map((part) => `(${part})`)
  return present.length > 0 ? present.join(' AND ') : null
}

function branchesOf(key: string, value: unknown): Filters[] {
  if (!Array.isArray(value) || !value.every(isTree)) return invalid(`The filter "${key}" needs a list of filter trees`)
  return value
}

function isTree(value: unknown): value is Filters {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function fieldFilter(path: string, raw: unknown, plan: IndexPlan): string {
  const planned = plan.fields.get(path)
  if (!planned) return invalid(`Unknown field "${path}" in the filters`)
  if (!planned.field.filterable && path !== plan.primaryKey) return invalid(`The field "${path}" is not filterable`)
  if (planned.kind === 'geo' || planned.kind === 'vector') return refuse(`Meilisearch cannot compare "${path}"`)
  if (!isTree(raw)) return anyOf(planned, Array.isArray(raw) ? raw : [raw], plan)

  const entries = Object.entries(raw)
  if (entries.length === 0) return invalid(`The filter on "${path}" names no operator`)
  return entries.map(([operator, value]) => `(${operation(planned, operator, value, plan)})`).join(' AND ')
}

function operation(planned: PlannedField, operator: string, value: unknown, plan: IndexPlan): string {
  const name = quote(planned.path)
  const list = Array.isArray(value) ? value : [value]
  switch (operator) {
    case '$eq':
      return anyOf(planned, [single(planned, operator, value)], plan)
    case '$ne':
      return `NOT (${anyOf(planned, [single(planned, operator, value)], plan)})`
    case '$in':
      return anyOf(planned, list, plan)
    case '$nin':
      return `NOT (${anyOf(planned, list, plan)})`
    case '$gt':
      return comparison(planned, '>', value)
    case '$gte':
      return comparison(planned, '>=', value)
    case '$lt':
      return comparison(planned, '<', value)
    case '$lte':
      return comparison(planned, '<=', value)
    case '$exists':
      if (typeof value !== 'boolean') invalid(`"$exists" on "${planned.path}" needs true or false`)
      return value ? `${name} EXISTS` : `${name} NOT EXISTS`
    case '$contains':
      if (!planned.isArray) refuse(`"$contains" needs an array field, and "${planned.path}" is none`)
      if (list.length === 0) return `${name} EXISTS`
      return list.map((entry) => `${name} = ${literal(planned, entry)}`).join(' AND ')
    case '$overlaps':
      if (!planned.isArray) refuse(`"$overlaps" needs an array field, and "${planned.path}" is none`)
      return anyOf(planned, list, plan)
    case '$prefix':
      if (planned.isArray || (planned.kind !== 'keyword' && planned.kind !== 'text')) {
        refuse(`"$prefix" needs a text field, and "${planned.path}" is none`)
      }
      if (typeof value !== 'string') invalid(`"$prefix" on "${planned.path}" needs a text`)
      return value === '' ? `${name} EXISTS` : `${name} STARTS WITH ${quote(value)}`
    case '$like':
      return refuse(`Meilisearch has no substring filter, so "$like" on "${planned.path}" cannot be answered`)
    default:
      return refuse(`The Meilisearch provider does not support the operator "${operator}" on "${planned.path}"`)
  }
}

/** `=` on an array field means "contains" in Meilisearch, as it does in the contract. Null means "not set". */
function anyOf(planned: PlannedField, values: readonly unknown[], plan: IndexPlan): string {
  const name = quote(planned.path)
  const present = values.filter((value) => value !== null).map((value) => literal(planned, value))
  const parts: string[] = []
  if (present.length === 1) parts.push(`${name} = ${present[0]}`)
  if (present.length > 1) parts.push(`${name} IN [${present.join(', ')}]`)
  if (present.length < values.length) parts.push(`${name} NOT EXISTS`)
  if (parts.length === 0) return matchesNothing(plan)
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`
}

function comparison(planned: PlannedField, operator: string, value: unknown): string {
  if (planned.isArray || planned.kind !== 'number') {
    refuse(`Meilisearch compares numbers and dates only, so "${operator}" on "${planned.path}" cannot be answered`)
  }
  return `${quote(planned.path)} ${operator} ${literal(planned, single(planned, operator, value))}`
}

function single(planned: PlannedField, operator: string, value: unknown): unknown {
  return Array.isArray(value) ? invalid(`"${operator}" on "${planned.path}" takes one value, not a list`) : value
}

function literal(planned: PlannedField, value: unknown): string {
  if (planned.kind === 'number') return numberLiteral(filterNumber(planned, value))
  if (planned.kind === 'boolean') {
    if (value === true || value === 'true') return 'true'
    if (value === false || value === 'false') return 'false'
    return invalid(`The filter on "${planned.path}" needs true or false`)
  }
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' || typeof value === 'boolean') return quote(String(value))
  return invalid(`The filter on "${planned.path}" needs a text`)
}

/** A number or a date as the number it is stored as: dates are milliseconds since the epoch. */
export function filterNumber(planned: PlannedField, value: unknown): number {
  const number =
    value instanceof Date
      ? value.getTime()
      : planned.isDate && typeof value === 'string'
        ? Date.parse(value)
        : typeof value === 'string' && value.trim() !== ''
          ? Number(value)
          : value
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    return invalid(`The filter on "${planned.path}" needs a ${planned.isDate ? 'date' : 'number'}`)
  }
  return number
}

/** Quoted, so that a minus sign or an exponent stays inside the value. */
export function numberLiteral(value: number): string {
  return quote(String(value))
}
