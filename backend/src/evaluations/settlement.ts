import {
  type Authority,
  councilOutcome,
  type Level,
  type Rating,
  type Star,
} from '@sao-lang/traceability/verify/rating'
import type { EvaluationDTO, Settled } from '../modules/evaluation/service'
import { type ItemScoring, requireSettled, ScoringRefusal } from './scoring'

/** How an evaluation ended. */
export const OUTCOMES = [
  'certified',
  'no_certificate',
  'forwarded',
  'fell_short',
  'fall_back_granted',
  'fall_back_declined',
  'decided_by_ministry',
  'closed',
] as const
export type EvaluationOutcome = (typeof OUTCOMES)[number]

/** The level of the law that an evaluation's level is. */
export function levelOf(level: EvaluationDTO['level']): Level {
  return level === 'ministry' ? 'central' : 'province'
}

/**
 * What a revealed mean becomes (QĐ 26/2026 art. 4, 7): a result of this level, a dossier that goes on to the ministry, or, at the
 * ministry, one that fell short of its class. In: the rules of competence in force on the day of the sitting.
 * Throws ScoringRefusal while the council has to score again or to meet.
 */
export function settlementOf(
  authority: Authority,
  level: EvaluationDTO['level'],
  scoring: ItemScoring<Rating> | null,
): Settled {
  if (scoring === null) throw new ScoringRefusal('state_conflict')
  requireSettled(scoring)
  const rating = scoring.judgement
  if (!rating || rating.mean === null || rating.stars === null) throw new ScoringRefusal('rescore_needed')
  return settlementFor(authority, level, { points: rating.mean, stars: rating.stars })
}

/** The same from the points and stars alone. */
export function settlementFor(
  authority: Authority,
  level: EvaluationDTO['level'],
  { points, stars }: { points: number; stars: Star },
): Settled {
  const outcome = councilOutcome(authority, levelOf(level), points, stars)
  const result = { points, stars }
  const above = level === 'ministry'
  switch (outcome.kind) {
    case 'decided': {
      const settled: Settled = { act: 'settle', ...result, outcome: 'certified' }
      return above ? { ...settled, below: { act: 'yield', outcome: 'decided_by_ministry' } } : settled
    }
    case 'forwarded':
      return { act: 'forward', ...result, outcome: 'forwarded' }
    case 'fallen_back':
      return { act: 'fall_short', ...result, outcome: 'fell_short' }
    case 'no_certificate':
      // Below 3 stars there is nothing to decide anywhere; the province tells the producer.
      return above
        ? { act: 'fall_short', ...result, outcome: 'fell_short' }
        : { act: 'settle', ...result, outcome: 'no_certificate' }
  }
}

/**
 * What the province may do once the ministry found less than its class asks for: grant what the ministry found, up to what the law
 * leaves to the province, or end it. In: the ministry's evaluation. Null while the ministry has not said, or when nothing may be granted.
 */
export function fallBackOf(
  authority: Authority,
  above: Pick<EvaluationDTO, 'state' | 'outcome' | 'points' | 'stars'> | null,
): { points: number; stars: Star } | null {
  if (above === null || above.state !== 'closed' || above.outcome !== 'fell_short') return null
  if (above.points === null || above.stars === null) return null
  const outcome = councilOutcome(authority, 'central', above.points, above.stars as Star)
  return outcome.kind === 'fallen_back' ? { points: above.points, stars: outcome.stars } : null
}
