import { bandOf } from './points.ts'
import type { Band, CertifiedStar, Star } from './rubric.ts'
import { type RuleRecord, recordOn } from './rule-record.ts'

/** Where a council sits or a dossier is handed in, from the nearest to the highest. */
export const LEVELS = ['commune', 'district', 'province', 'central'] as const
export type Level = (typeof LEVELS)[number]

/** A council on the way of a dossier. */
export interface AuthorityStage {
  level: Level
  /** Stars whose decision is signed at this level. */
  decides: readonly CertifiedStar[]
  /** From how many points the result goes on to the next stage; null for the last one. */
  forwardsFrom: number | null
  /** Stars this level may still give when the next one finds fewer points than it asks for. */
  mayGrantAfterFallBack: readonly CertifiedStar[]
  /** Who signs. */
  signer: { vi: string; en: string }
}

/** Who receives, who judges, who decides: the `authority` record of a period. */
export interface Authority {
  receives: Level
  /** What whoever receives has to do. */
  receiverDuty: { vi: string; en: string }
  /** Councils in the order a dossier passes them. */
  stages: readonly AuthorityStage[]
}

/** The rules of competence on a day; null for a day before the programme. */
export function authorityOn(records: readonly RuleRecord<Authority>[], day: string): RuleRecord<Authority> | null {
  return recordOn(records, day)
}

/** The way of a product with that many points. */
export interface Route {
  receives: Level
  /** Councils that judge it, in their order. */
  councils: Level[]
  /** The class the points give. */
  stars: Star
  /** Who signs the decision; null for 1 and 2 stars, which have none. */
  decidedBy: Level | null
}

/**
 * Which councils a product passes and who decides on it, when every council finds the same points. E.g. 2019 to 2/2023: the district
 * hands 50 points and more to the province, the province 90 and more to the centre; from 22/5/2026 the province's council is the first.
 */
export function routeOf(authority: Authority, points: number, bands: readonly Band[]): Route {
  const band = bandOf(points, bands)
  const councils: Level[] = []
  for (const stage of authority.stages) {
    councils.push(stage.level)
    if (stage.forwardsFrom === null || points < stage.forwardsFrom) break
  }
  const decidedBy = band.certified ? deciderOf(authority, band.stars as CertifiedStar) : null
  return { receives: authority.receives, councils, stars: band.stars, decidedBy }
}

/** The level that signs a decision of that class; null when no level of the period does. */
export function deciderOf(authority: Authority, stars: CertifiedStar): Level | null {
  return authority.stages.find((stage) => stage.decides.includes(stars))?.level ?? null
}

export type CouncilOutcome =
  /** The result goes on to the next council, with its points. */
  | { kind: 'forwarded'; from: Level; to: Level }
  /** This level decides. */
  | { kind: 'decided'; by: Level; stars: CertifiedStar }
  /** The higher council found less than its class asks for: the level before may still give `stars`, and no more. */
  | { kind: 'fallen_back'; from: Level; to: Level; stars: CertifiedStar }
  /** 1 or 2 stars: a result in writing, no decision. */
  | { kind: 'no_certificate'; stars: Star }

/**
 * What follows from one council's result. In: the level it sat at, its mean, and the stars it came to. The class counts, not the points
 * alone: 91 points without a minimum option of 5 stars are 4 stars, and decided where 4 stars are. A ministry's result below its own
 * class falls back to the province, which may still give what the ministry found, 3 or 4 stars (QĐ 26/2026 art. 7).
 * Throws RangeError when the period has no council at that level.
 */
export function councilOutcome(authority: Authority, level: Level, points: number, stars: Star): CouncilOutcome {
  const index = authority.stages.findIndex((stage) => stage.level === level)
  const stage = authority.stages[index]
  if (!stage) throw new RangeError(`No council sits at ${level} level in this period.`)
  const next = authority.stages[index + 1]
  if (stars < 3) return { kind: 'no_certificate', stars }
  const certified = stars as CertifiedStar
  if (stage.decides.includes(certified)) return { kind: 'decided', by: level, stars: certified }
  if (next && stage.forwardsFrom !== null && points >= stage.forwardsFrom)
    return { kind: 'forwarded', from: level, to: next.level }
  const before = authority.stages[index - 1]
  const allowed = before?.mayGrantAfterFallBack.filter((each) => each <= certified) ?? []
  const highest = allowed.reduce<CertifiedStar | null>(
    (best, each) => (best === null || each > best ? each : best),
    null,
  )
  if (before && highest !== null) return { kind: 'fallen_back', from: level, to: before.level, stars: highest }
  return { kind: 'no_certificate', stars }
}
