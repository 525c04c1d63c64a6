/** Days on which a recognition counts for nothing, yyyy-mm-dd at +07. */
export interface Suspension {
  from: string
  /** Last day, included; null while nobody has lifted it. */
  to: string | null
}

/** One product's result in a council decision, as the shop records it. Dates are calendar days at +07, yyyy-mm-dd. */
export interface Recognition {
  ref: string
  stars: 3 | 4 | 5
  points: number | null
  rubricVersion: string
  decisionNumber: string
  decisionDate: string
  authority: string
  validFrom: string
  /** Last day of validity, included. */
  validTo: string
  /** Set when the decision was taken back; the star ends the day before. */
  revokedOn: string | null
  /**
   * Last day of a transitional extension, after `validTo`; null without one. How long it may be is a dated rule, kept where
   * decisions are recorded.
   */
  extendedTo: string | null
  suspensions: Suspension[]
  sample: boolean
}

export type RecognitionStatus = 'none' | 'not_yet_valid' | 'valid' | 'suspended' | 'expired' | 'revoked'

/** What may be said of a product's stars on one day. `stars` is null unless `status` is `valid`. */
export interface RecognitionState {
  status: RecognitionStatus
  stars: 3 | 4 | 5 | null
  /** The recognition that the status speaks of; null only with `none`. */
  recognition: Recognition | null
  /** First day without the star (suspended, expired, revoked), yyyy-mm-dd; else null. */
  lapsedOn: string | null
  /** Valid by its transitional extension alone: the certificate has run out, the result of the re-evaluation is awaited. */
  transitional: boolean
}

/** Today's calendar day in Vietnam (+07, no daylight saving) for a moment; yyyy-mm-dd. */
export function vietnamDay(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/**
 * Which star a product carries on a calendar day (QĐ 26/2026 art. 4, 8, 12; last days included).
 * In: every recognition on record in any order and a day, yyyy-mm-dd at +07.
 * Out: the state; of several that hold the latest decision counts. While that one is suspended there is no star, not even
 * that of an older decision: whoever suspends it means the product. Pure; never throws.
 */
export function recognitionStateOn(recognitions: readonly Recognition[], day: string): RecognitionState {
  const newestFirst = [...recognitions].sort(
    (a, b) => compare(b.decisionDate, a.decisionDate) || compare(b.validFrom, a.validFrom) || compare(b.ref, a.ref),
  )
  const holding = newestFirst.find((r) => r.validFrom <= day && day <= lastDay(r))
  if (holding) {
    const since = suspendedSince(holding, day)
    if (since !== null) return { ...NO_STAR, status: 'suspended', recognition: holding, lapsedOn: since }
    const transitional = holding.validTo < day
    return { status: 'valid', stars: holding.stars, recognition: holding, lapsedOn: null, transitional }
  }
  const past = newestFirst.filter((r) => r.validFrom <= day).sort((a, b) => compare(lastDay(b), lastDay(a)))[0]
  if (past) {
    const status = isRevoked(past) ? 'revoked' : 'expired'
    return { ...NO_STAR, status, recognition: past, lapsedOn: dayAfter(lastDay(past)) }
  }
  const coming = newestFirst.at(-1)
  return coming
    ? { ...NO_STAR, status: 'not_yet_valid', recognition: coming }
    : { ...NO_STAR, status: 'none', recognition: null }
}

const NO_STAR = { stars: null, lapsedOn: null, transitional: false } as const

/** Last day of the star, included: the day before it was taken back, or the end of its validity with its extension. */
export function lastDay(r: Recognition): string {
  return isRevoked(r) ? dayBefore(r.revokedOn) : endOf(r)
}

/** Every day on which a state may become another, each once, in order. */
export function turningDays(recognitions: readonly Recognition[]): string[] {
  const days = recognitions.flatMap((r) => [
    r.validFrom,
    dayAfter(r.validTo),
    dayAfter(lastDay(r)),
    ...r.suspensions.flatMap(({ from, to }) => (to === null ? [from] : [from, dayAfter(to)])),
  ])
  return [...new Set(days)].sort()
}

/** A recognition stored before extensions and suspensions were known, as one that has neither. */
export function withLaterMembers<T extends Omit<Recognition, 'extendedTo' | 'suspensions'> & Partial<Recognition>>(
  recognition: T,
): T & Recognition {
  const { extendedTo = null, suspensions = [] } = recognition
  return { ...recognition, extendedTo, suspensions }
}

/** The next calendar day, yyyy-mm-dd. */
export function dayAfter(day: string): string {
  return shift(day, 1)
}

function endOf({ validTo, extendedTo }: Recognition): string {
  return extendedTo !== null && validTo < extendedTo ? extendedTo : validTo
}

/** Taken back while it held; what came after its end changed nothing. */
export function isRevoked(r: Recognition): r is Recognition & { revokedOn: string } {
  return r.revokedOn !== null && r.revokedOn <= endOf(r)
}

/** First of the days without a break on which a recognition is suspended up to `day`; null when it is not suspended then. */
function suspendedSince({ suspensions, validFrom }: Recognition, day: string): string | null {
  let since: string | null = null
  for (const { from, to } of [...suspensions].sort((a, b) => compare(b.from, a.from))) {
    const reaches: string = since === null ? day : dayBefore(since)
    if (from <= day && (to === null || reaches <= to)) since = from
  }
  return since !== null && since < validFrom ? validFrom : since
}

function dayBefore(day: string): string {
  return shift(day, -1)
}
function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
