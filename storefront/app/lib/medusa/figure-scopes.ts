import type { StatisticRow } from './statistics-types.ts'

export interface Scope {
  /** Value in the address, e.g. `tuyen-quang`. */
  slug: string
  name: string
  level: string
  count: number
}

/**
 * The scopes with how many statistics each has: the country first, then districts and provinces with the most figures
 * first, and last what compares several documents.
 */
export function scopesOf(rows: readonly Pick<StatisticRow, 'scope'>[]): Scope[] {
  const scopes = new Map<string, Scope>()
  for (const { scope } of rows) {
    const slug = scopeSlug(scope)
    const known = scopes.get(slug)
    if (known) known.count++
    else scopes.set(slug, { slug, name: scope.name, level: scope.level, count: 1 })
  }
  return [...scopes.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.slug < b.slug ? -1 : 1))
}

function rank({ level, slug }: Scope): number {
  if (level === 'national') return 0
  return slug === CROSS ? 2 : 1
}

/** Value in the address of the rows that compare several documents. */
const CROSS = 'doi-chieu'

/** The rows of one scope, or all for null, scope by scope in the order of `scopesOf`. */
export function rowsOfScope<Row extends Pick<StatisticRow, 'scope'>>(rows: readonly Row[], slug: string | null): Row[] {
  if (slug !== null) return rows.filter((row) => scopeSlug(row.scope) === slug)
  return scopesOf(rows).flatMap((scope) => rows.filter((row) => scopeSlug(row.scope) === scope.slug))
}

/** Plain ASCII for addresses: `Tuyên Quang` → `tuyen-quang`. Rows that compare several documents share one. */
function scopeSlug(scope: StatisticRow['scope']): string {
  if (scope.level.startsWith('cross')) return CROSS
  return scope.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
