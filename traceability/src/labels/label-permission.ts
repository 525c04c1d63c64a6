import {
  lastDay,
  type Recognition,
  type RecognitionState,
  type RecognitionStatus,
  recognitionStateOn,
} from '../verify/recognition-state.ts'

/** Whether new labels may be ordered for a product on a day, and if not, what stands in the way. */
export type LabelPermission =
  | { allowed: true; stars: 3 | 4 | 5; until: string; transitional: boolean }
  | { allowed: false; reason: Exclude<RecognitionStatus, 'valid'>; since: string | null }

/**
 * Who may have new labels printed: the holder of a recognition that is valid on the day of ordering, a transitional extension
 * included (QĐ 26/2026 art. 12; QĐ 1162/QĐ-VPĐP-OCOP: without a valid recognition nothing is printed and nothing stuck on).
 * Nothing is said of labels that exist: units packed while the recognition was valid stay lawful.
 * In: every recognition on record and the day of ordering, yyyy-mm-dd at +07. Out: `until` is the last day on which labels
 * may be ordered as things stand; `since` the first day without permission, of a recognition that lies ahead its first day.
 * Pure; never throws.
 */
export function labelPermission(recognitions: readonly Recognition[], day: string): LabelPermission {
  const state = recognitionStateOn(recognitions, day)
  const { status, stars, recognition, transitional } = state
  if (status !== 'valid') return { allowed: false, reason: status, since: sinceOf(state) }
  // A valid state has its stars and its recognition; the types cannot say so.
  if (stars === null || recognition === null) return { allowed: false, reason: 'none', since: null }
  return { allowed: true, stars, until: lastDay(recognition), transitional }
}

function sinceOf({ status, recognition, lapsedOn }: RecognitionState): string | null {
  return status === 'not_yet_valid' ? (recognition?.validFrom ?? null) : lapsedOn
}
