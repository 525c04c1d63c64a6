import type { StatisticRow } from './statistics-types.ts'

export interface Scope {
  /** Value in the address, e.g. `tuyen-quang`. */
  slug: string
  name: string
  level: string
  count: number
}

/** The scopes in the order in which the documents bring them, with how many statistics each has. */
export function scopesOf(rows: readonly Pick<StatisticRow, 'scope'>[]): Scope[] {
  const scopes = new Map<string, Scope>()
  for (const { scope } of rows) {
    const slug = scopeSlug(scope)
    const known = scopes.get(slug)
    if (known) known.count++
    else scopes.set(slug, { slug, name: scope.name, level: scope.level, count: 1 })
  }
  return [...scopes.values()]
}

/** The rows of one scope, or all for null. */
export function rowsOfScope<Row extends Pick<StatisticRow, 'scope'>>(rows: readonly Row[], slug: string | null): Row[] {
  return slug === null ? [...rows] : rows.filter((row) => scopeSlug(row.scope) === slug)
}

/** Plain ASCII for addresses: `Tuyên Quang` → `tuyen-quang`. Rows that compare several documents share `doi-chieu`. */
function scopeSlug(scope: StatisticRow['scope']): string {
  if (scope.level === 'cross-seed' || scope.level === 'cross-source') return 'doi-chieu'
  return scope.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
