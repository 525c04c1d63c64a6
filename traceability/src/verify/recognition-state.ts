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
  sample: boolean
}

export type RecognitionStatus = 'none' | 'not_yet_valid' | 'valid' | 'expired' | 'revoked'

/** What may be said of a product's stars on one day. `stars` is null unless `status` is `valid`. */
export interface RecognitionState {
  status: RecognitionStatus
  stars: 3 | 4 | 5 | null
  /** The recognition that the status speaks of; null only with `none`. */
  recognition: Recognition | null
  /** First day without the star (expired, revoked), yyyy-mm-dd; else null. */
  lapsedOn: string | null
}

/** Today's calendar day in Vietnam (+07, no daylight saving) for a moment; yyyy-mm-dd. */
export function vietnamDay(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/**
 * Which star a product carries on a calendar day (QĐ 26/2026 art. 4, 8; certificate valid 36 months, last day included).
 * In: every recognition on record in any order and a day, yyyy-mm-dd at +07.
 * Out: the state; of several valid ones the latest decision counts. Pure; never throws.
 */
export function recognitionStateOn(recognitions: readonly Recognition[], day: string): RecognitionState {
  const newestFirst = [...recognitions].sort(
    (a, b) => compare(b.decisionDate, a.decisionDate) || compare(b.validFrom, a.validFrom) || compare(b.ref, a.ref),
  )
  const valid = newestFirst.find((r) => r.validFrom <= day && day <= lastDay(r))
  if (valid) return { status: 'valid', stars: valid.stars, recognition: valid, lapsedOn: null }
  const past = newestFirst.filter((r) => r.validFrom <= day).sort((a, b) => compare(lastDay(b), lastDay(a)))[0]
  if (past) {
    const revoked = past.revokedOn !== null && past.revokedOn <= past.validTo
    return {
      status: revoked ? 'revoked' : 'expired',
      stars: null,
      recognition: past,
      lapsedOn: dayAfter(lastDay(past)),
    }
  }
  const coming = newestFirst.at(-1)
  return coming
    ? { status: 'not_yet_valid', stars: null, recognition: coming, lapsedOn: null }
    : { status: 'none', stars: null, recognition: null, lapsedOn: null }
}

/** Last day of the star, included: the day before it was taken back, or the end of its validity. */
export function lastDay(r: Recognition): string {
  return r.revokedOn !== null && r.revokedOn <= r.validTo ? dayBefore(r.revokedOn) : r.validTo
}
/** The next calendar day, yyyy-mm-dd. */
export function dayAfter(day: string): string {
  return shift(day, 1)
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
