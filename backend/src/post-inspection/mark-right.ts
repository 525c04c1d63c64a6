import { dayAfter, type Recognition, recognitionStateOn } from '@sao-lang/traceability/verify'

/** Why the mark may or may not be used for a recognition today. */
export type RightState = 'valid' | 'not_yet_valid' | 'expired' | 'revoked' | 'suspended' | 'replaced'

/** The right to use the mark (QĐ 1162): by law while the product has 3 stars or more in force; no permit is written. */
export interface MarkRight {
  allowed: boolean
  state: RightState
  /** First and last day of the right, included, yyyy-mm-dd at +07; the end moves with a revocation or an extension. */
  since: string
  until: string
}

/**
 * The right that one recognition gives on a day. In: the recognition, every recognition of its product, the day.
 * Another recognition of the product that counts on that day takes its place: the mark then shows that one's stars.
 */
export function markRightOn(recognition: Recognition, ofProduct: readonly Recognition[], day: string): MarkRight {
  const alone = recognitionStateOn([recognition], day)
  const counting = recognitionStateOn(ofProduct, day)
  const until = lastDayOf(recognition)
  const given = { since: recognition.validFrom, until }
  if (alone.status === 'valid' && counting.recognition?.ref !== recognition.ref) {
    return { ...given, allowed: false, state: 'replaced' }
  }
  const state = alone.status === 'none' ? 'expired' : alone.status
  return { ...given, allowed: state === 'valid', state }
}

/** The day before the star is gone for good. */
function lastDayOf(recognition: Recognition): string {
  const end = recognitionStateOn([recognition], FAR_DAY)
  return end.lapsedOn === null ? recognition.validTo : dayBefore(end.lapsedOn)
}

/** Later than the end of any term of 36 months on record, so that the state is the last one. */
const FAR_DAY = '9999-12-31'

function dayBefore(day: string): string {
  for (let back = 1; ; back++) {
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10)
    if (dayAfter(before) === day) return before
  }
}
