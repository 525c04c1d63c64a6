import {
  type Authority,
  type Band,
  bandOf,
  type CertifiedStar,
  deciderOf,
  type Revocation,
  type Rubric,
  type RuleKind,
  type Sectors,
  sectorOfSet,
  type Windows,
} from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { DecisionLevel } from '../modules/recognition/rows'

/** What the law says on one day about deciding; `Rules` of the rule book fit. */
export interface DecisionRules {
  readonly authority: Authority
  readonly revocation: Revocation
  readonly windows: Windows
  readonly rubric: Rubric
}

/** What rows of past decisions are judged by; the rule book fits. */
export interface DecisionRuleBook {
  on(day: string): {
    readonly authority: Authority
    readonly rubric: Rubric
    rubricOf(version: string): Rubric
    readonly taxonomies: readonly Sectors[]
    has(kind: RuleKind): boolean
  }
}

/** True when a level decides on a class in a period (QĐ 26/2026 art. 4, and those before it). */
export function mayDecide(authority: Authority, level: DecisionLevel, stars: CertifiedStar): boolean {
  return deciderOf(authority, stars) === level
}

/** The highest class that points allow; 0 below the lowest. */
export function classOfPoints(bands: readonly Band[], points: number): CertifiedStar | 0 {
  const { stars, certified } = bandOf(points, bands)
  return certified ? (stars as CertifiedStar) : 0
}

/** A version of the criteria by its key or its number alone (`148`), or the one in force when nothing is named; null when unknown. */
export function rubricNamed(book: DecisionRuleBook, day: string, name: string): Rubric | null {
  const rules = book.on(day)
  if (name === '') return rules.has('rubric') ? rules.rubric : null
  const version = rules.taxonomies.find((each) => each.version.split('/')[0] === name)?.version ?? name
  try {
    return rules.rubricOf(version)
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

/** The catalogue's group of a criteria set of a rubric version; null when the version or the set is not known. */
export function sectorOfRubricSet(
  taxonomies: readonly Sectors[],
  rubricVersion: string,
  setNo: number | null,
): string | null {
  const taxonomy = taxonomies.find(({ version }) => version === rubricVersion)
  return (taxonomy && setNo !== null && sectorOfSet(taxonomy, setNo)?.catalogue) || null
}
