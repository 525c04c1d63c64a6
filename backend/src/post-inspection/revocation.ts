import { ApiError } from '../http/api-error'
import { CONCLUDED, type InspectionState } from '../modules/post-inspection/states'

/** What the rule book says of revocation on a day (QĐ 26/2026 art. 8). */
export interface RevocationRule {
  /** Days from the conclusion within which it is decided. */
  days: number
  /** Keys of the grounds; the law has six. */
  grounds: readonly string[]
}

/** The last day, included, for deciding on a conclusion: so many days after it, its own day not counted. */
export function revocationDueOn(concludedOn: string, { days }: Pick<RevocationRule, 'days'>): string {
  return new Date(Date.parse(`${concludedOn}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Days left to decide, today not counted: 0 on the last day, negative once it is late. */
export function daysLeft(dueOn: string, today: string): number {
  return Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS)
}

const DAY_MS = 86_400_000

/** What a proposal rests on: an inspection of ours that is concluded, or another authority's conclusion. */
export type Basis =
  | { inspection: { state: InspectionState; concludedOn: string | null } }
  | { authority: string; paper: string; concludedOn: string }

/**
 * The day of the conclusion that a proposal rests on. In: its basis and ground, the rule of today, today at +07, and whether the
 * recognition is revoked already. Throws ApiError: 409 `not_concluded` without a conclusion, 422 `ground_unknown` for a ground that
 * the law does not have, 422 `conclusion_day` for one in the future, 409 `recognition_revoked`.
 */
export function checkProposal(
  basis: Basis,
  ground: string,
  rule: RevocationRule,
  { today, revokedOn }: { today: string; revokedOn: string | null },
): string {
  if (revokedOn !== null) throw new ApiError(409, 'recognition_revoked')
  if (!rule.grounds.includes(ground)) throw new ApiError(422, 'ground_unknown', { field: 'ground' })
  const concludedOn = conclusionOf(basis)
  if (concludedOn > today) throw new ApiError(422, 'conclusion_day', { field: 'concludedOn' })
  return concludedOn
}

function conclusionOf(basis: Basis): string {
  if (!('inspection' in basis)) return basis.concludedOn
  const { state, concludedOn } = basis.inspection
  if (concludedOn === null || !CONCLUDED.includes(state)) throw new ApiError(409, 'not_concluded')
  return concludedOn
}
