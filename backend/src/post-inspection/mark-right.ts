import { type Recognition, recognitionStateOn } from '@sao-lang/traceability/verify'
import { lastDay } from '@sao-lang/traceability/verify/recognition-state'

/** Why the mark may or may not be used for a recognition on a day. */
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
 * The right that one recognition gives on a day. In: the recognition, every recognition of its product (itself included), the
 * day. Where another recognition of the product counts that day, the mark shows that one's stars and this one gives no right.
 */
export function markRightOn(recognition: Recognition, ofProduct: readonly Recognition[], day: string): MarkRight {
  const alone = recognitionStateOn([recognition], day).status
  const counting = recognitionStateOn(ofProduct, day).recognition?.ref
  const replaced = alone === 'valid' && counting !== recognition.ref
  const state = replaced ? 'replaced' : alone === 'none' ? 'expired' : alone
  return { allowed: state === 'valid', state, since: recognition.validFrom, until: lastDay(recognition) }
}
