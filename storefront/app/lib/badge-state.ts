import type { RecognitionStatus } from '@sao-lang/traceability/verify'

/** What a badge says: gold stars only for a recognition valid today that has stars; everything else is told in grey. */
export type BadgeState =
  | { kind: 'valid'; stars: 3 | 4 | 5; validTo: string | null; transitional: boolean }
  | { kind: 'suspended' | 'expired' | 'revoked'; since: string | null }
  | { kind: 'not_yet_valid'; from: string | null }
  | { kind: 'none' }

/** In: a badge of the shop API, computed for today. Out: what to show. A status without stars never shines. */
export function badgeState(badge: {
  stars: 3 | 4 | 5 | null
  status: RecognitionStatus
  validFrom: string | null
  validTo: string | null
  lapsedOn: string | null
  transitional: boolean
}): BadgeState {
  if (badge.status === 'valid') {
    const { stars, validTo, transitional } = badge
    return stars ? { kind: 'valid', stars, validTo, transitional } : { kind: 'none' }
  }
  if (badge.status === 'suspended' || badge.status === 'expired' || badge.status === 'revoked') {
    return { kind: badge.status, since: badge.lapsedOn }
  }
  return badge.status === 'not_yet_valid' ? { kind: 'not_yet_valid', from: badge.validFrom } : { kind: 'none' }
}
