import type { Revocation } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import { CONCLUDED, type InspectionState } from '../modules/post-inspection/states'

/** What a proposal rests on: an inspection of ours that is concluded, or another authority's conclusion. */
export type Basis =
  | { inspection: { state: InspectionState; concludedOn: string | null } }
  | { authority: string; paper: string; concludedOn: string }

/**
 * The day of the conclusion that a proposal rests on. In: its basis and ground, the rule of today, today at +07, and whether the
 * recognition is revoked already. Throws ApiError: 409 `not_concluded` without a conclusion, 422 `revocation_ground_unknown` for a ground that
 * the law does not have, 422 `conclusion_day` for one in the future, 409 `recognition_already_revoked`.
 */
export function checkProposal(
  basis: Basis,
  ground: string,
  rule: Pick<Revocation, 'grounds'>,
  { today, revokedOn }: { today: string; revokedOn: string | null },
): string {
  if (revokedOn !== null) throw new ApiError(409, 'recognition_already_revoked')
  if (!rule.grounds.some(({ code }) => code === ground))
    throw new ApiError(422, 'revocation_ground_unknown', { field: 'ground' })
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
