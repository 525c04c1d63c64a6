import type { RecognitionState, VerdictName, VerdictResponse } from '@sao-lang/traceability/verify'
import type { scan } from '#app/i18n/scan.ts'

/** How the banner looks: leaf for good, sand for "know this", warn for "act on this". */
export type Tone = 'good' | 'note' | 'warn'

type ScanKey = keyof typeof scan

/** Keys of the scan catalogue that need no more than the page has at hand. */
export interface VerdictMessage {
  tone: Tone
  title: Exclude<Extract<ScanKey, `${string}Title`>, 'metaTitle'>
  advice: Extract<ScanKey, `${string}Advice`> | null
  /** May the page show today's stars? Only for a label that may be on a package. */
  showsStars: boolean
}

/**
 * The words for a verdict. In: the service's answer (its verdict and, for a star that does not count today, why).
 * Out: tone and message keys. The page never calls a package counterfeit: a code can be copied, mistyped or
 * from another system, and the reader's package may still be what it says.
 */
export function verdictMessage(answer: Pick<VerdictResponse, 'verdict' | 'recognition'>): VerdictMessage {
  const message = MESSAGES[answer.verdict]
  if (answer.verdict !== 'expired_recognition') return message
  switch (answer.recognition?.today.status) {
    case 'revoked':
      return { ...message, title: 'revokedTitle' }
    case 'suspended':
      return { ...message, title: 'suspendedTitle', advice: 'suspendedAdvice' }
    default:
      return message
  }
}

const MESSAGES: Record<VerdictName, VerdictMessage> = {
  genuine: { tone: 'good', title: 'genuineTitle', advice: null, showsStars: true },
  not_issued_here: { tone: 'note', title: 'notIssuedTitle', advice: null, showsStars: false },
  void: { tone: 'warn', title: 'voidTitle', advice: 'voidAdvice', showsStars: false },
  expired_recognition: { tone: 'note', title: 'expiredTitle', advice: 'expiredAdvice', showsStars: true },
  recalled: { tone: 'warn', title: 'recalledTitle', advice: 'recalledAdvice', showsStars: true },
  suspect: { tone: 'warn', title: 'suspectTitle', advice: 'suspectAdvice', showsStars: true },
}

/** A sentence that a reason of the verdict calls for, and the moment that stands in it (UTC), when one does. */
export interface ReasonMessage {
  key: Extract<
    ScanKey,
    `suspect${string}` | 'soldOn' | 'returnedOn' | 'shownInPublic' | 'destroyedBody' | 'reprintedBody'
  >
  at: string | null
}

const REASONS: Record<string, ReasonMessage['key']> = {
  checked_elsewhere_since: 'suspectElsewhere',
  not_yet_commissioned: 'suspectNotCommissioned',
  unit_stolen: 'suspectStolen',
  unit_locked: 'suspectLocked',
  already_sold: 'soldOn',
  returned: 'returnedOn',
  shown_in_public_since: 'shownInPublic',
  unit_destroyed: 'destroyedBody',
  replaced_by_reprint: 'reprintedBody',
}
/** These name a day; without one there is nothing to say. */
const DATED = new Set<ReasonMessage['key']>(['suspectElsewhere', 'soldOn', 'returnedOn'])

/**
 * What is to be said of the unit's state and of earlier checks, from the machine words of the answer (`word` or
 * `word:moment`). Words unknown here are left out.
 */
export function reasonMessages(reasons: readonly string[]): ReasonMessage[] {
  return reasons.flatMap((reason) => {
    const [word = '', ...moment] = reason.split(':')
    const key = REASONS[word]
    const at = moment.length > 0 ? moment.join(':') : null
    return key === undefined || (DATED.has(key) && at === null) ? [] : [{ key, at }]
  })
}

/**
 * What to say about the star on the packing day; null when that day is unknown or nothing was ever recognised. A package packed
 * while its star was valid stays lawful when the star has lapsed since.
 */
export function packingDayRemark(
  today: RecognitionState,
  packing: RecognitionState | null,
): 'packingValid' | 'packingLawful' | 'packingNone' | null {
  if (!packing) return null
  if (packing.status === 'valid') return today.status === 'valid' ? 'packingValid' : 'packingLawful'
  return today.status === 'none' ? null : 'packingNone'
}

/** From this many other devices on, the page asks to compare the package with what it says. */
const MANY_CHECKS = 10

/**
 * How often this code was checked before, in words that fit the count. Many checks do not prove a copy (families,
 * shops and fairs scan too), so the words ask to compare and never accuse.
 * In: human, distinct-device checks before this one.
 */
export function earlierChecksMessage(earlierChecks: number): 'checksFirst' | 'checksSome' | 'checksMany' {
  if (earlierChecks <= 0) return 'checksFirst'
  return earlierChecks < MANY_CHECKS ? 'checksSome' : 'checksMany'
}
