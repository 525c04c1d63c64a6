import { type Rounds, roundsOfYear } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { RoundBody } from './bodies'
import { levelOf } from './settlement'

/**
 * Days of a round: of the law's, when it is one of those of the year; an extra round names its own (QĐ 26/2026 art. 5).
 * Throws ApiError 422 `round_days`.
 */
export function roundDays(
  rules: Rounds,
  { level, year, no, sendsUntil, meetsBy }: Pick<RoundBody, 'level' | 'year' | 'no' | 'sendsUntil' | 'meetsBy'>,
): { sends_until: string; meets_by: string } {
  const regular = roundsOfYear(rules, year, levelOf(level))[no - 1]
  if (regular) return { sends_until: regular.sentBy, meets_by: regular.doneBy }
  if (!rules.extraRounds || sendsUntil === null || meetsBy === null || sendsUntil > meetsBy) {
    throw new ApiError(422, 'round_days', { field: 'sendsUntil' })
  }
  return { sends_until: sendsUntil, meets_by: meetsBy }
}
