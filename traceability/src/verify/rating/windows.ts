import { addDays, lastDayOfTerm } from './days.ts'

/** The periods around a recognition, in calendar days unless told otherwise: the `windows` record in force on the day. */
export interface Windows {
  /** How long a certificate holds, its last day included. */
  certificateMonths: number
  /** When a dossier for re-evaluation is filed, in days before the last day: from `opens` to `closes`, both included. */
  filing: { opens: number; closes: number }
  /** From how many days before the last day we remind of the filing window. Ours, not the law's. */
  dueNotice: number
  /** How long a certificate that could not meet the filing window may count on after its last day. */
  transitionalDays: number
  /** Within how many days of the conclusion a revocation is decided. */
  revocationDays: number
  /** What a commune has for a dossier, in working days. */
  communeWorkingDays: number
  /** A council's time for a re-evaluation, from a complete dossier. */
  reEvaluationDays: number
  /** How long pending dossiers run on under the rules before. */
  pending: { firstOrUpgradeDays: number; reEvaluationDays: number }
  /** Reports on the programme: day of the month, and day of the year (mm-dd). */
  reports: { monthlyBeforeDay: number; yearlyBefore: string }
}

export const RECOGNITION_PHASES = [
  'not_yet_valid',
  'valid',
  'due',
  'filing_window',
  'late',
  'transitional',
  'expired',
  'suspended',
  'revoked',
] as const
export type RecognitionPhase = (typeof RECOGNITION_PHASES)[number]

/** What a phase is computed from; a recognition of a passport fits. Days are yyyy-mm-dd at +07. */
export interface PhaseFacts {
  validFrom: string
  /** Last day, included. */
  validTo: string
  /** First day without the star. */
  revokedOn: string | null
  /** Last day of a transitional extension, included. */
  extendedTo?: string | null
  /** `to` is the last day of the suspension, included; null while it has no end. */
  suspensions?: readonly { from: string; to: string | null }[]
}

/**
 * Where a recognition stands on a day (QĐ 26/2026 art. 7, 8, 12). All end days are included: at midnight after one the next phase begins.
 * `due`, `filing_window` and `late` count as valid; `transitional` holds by its extension at the holder's own responsibility. Without
 * windows (days before any were on record) only what needs none is told: valid, transitional, expired, suspended, revoked.
 */
export function phaseOn(recognition: PhaseFacts, day: string, windows: Windows | null): RecognitionPhase {
  const { validFrom, validTo, revokedOn } = recognition
  if (day < validFrom) return 'not_yet_valid'
  const last = lastDayWithExtension(recognition)
  if (revokedOn !== null && revokedOn <= last && revokedOn <= day) return 'revoked'
  if (day > last) return 'expired'
  if (isSuspended(recognition, day)) return 'suspended'
  if (day > validTo) return 'transitional'
  if (windows === null) return 'valid'
  const { opensOn, closesOn, dueFrom } = filingWindow(validTo, windows)
  if (day > closesOn) return 'late'
  if (day >= opensOn) return 'filing_window'
  return day >= dueFrom ? 'due' : 'valid'
}

/** True in the phases on which a product carries its star. */
export function carriesStar(phase: RecognitionPhase): boolean {
  return ['valid', 'due', 'filing_window', 'late', 'transitional'].includes(phase)
}

/** First and last day to file for re-evaluation, both included, and from when to remind of it. */
export function filingWindow(
  validTo: string,
  windows: Windows,
): { dueFrom: string; opensOn: string; closesOn: string } {
  return {
    dueFrom: addDays(validTo, -windows.dueNotice),
    opensOn: addDays(validTo, -windows.filing.opens),
    closesOn: addDays(validTo, -windows.filing.closes),
  }
}

/** Last day of a certificate that begins on a day, included. */
export function certificateEnd(validFrom: string, windows: Pick<Windows, 'certificateMonths'>): string {
  return lastDayOfTerm(validFrom, windows.certificateMonths)
}

/** Latest day a transitional extension may run to, included (QĐ 26/2026 art. 12). */
export function extensionLimit(validTo: string, windows: Pick<Windows, 'transitionalDays'>): string {
  return addDays(validTo, windows.transitionalDays)
}

/** Last day to decide on a revocation, included: so many days after the day of the conclusion (QĐ 26/2026 art. 8). */
export function revocationDeadline(conclusionOn: string, windows: Pick<Windows, 'revocationDays'>): string {
  return addDays(conclusionOn, windows.revocationDays)
}

/** Last day for a council's result on a re-evaluation, included (QĐ 26/2026 art. 7). */
export function reEvaluationDeadline(completeOn: string, windows: Pick<Windows, 'reEvaluationDays'>): string {
  return addDays(completeOn, windows.reEvaluationDays)
}

/** Last day a dossier filed before `newRulesFrom` is handled by the rules before it, included (QĐ 26/2026 art. 12). */
export function oldRulesUntil(
  kind: 'first' | 'upgrade' | 'renewal',
  newRulesFrom: string,
  windows: Pick<Windows, 'pending'>,
): string {
  const { firstOrUpgradeDays, reEvaluationDays } = windows.pending
  return addDays(newRulesFrom, kind === 'renewal' ? reEvaluationDays : firstOrUpgradeDays)
}

function lastDayWithExtension({ validTo, extendedTo }: PhaseFacts): string {
  return extendedTo && extendedTo > validTo ? extendedTo : validTo
}

function isSuspended({ suspensions = [] }: PhaseFacts, day: string): boolean {
  return suspensions.some(({ from, to }) => from <= day && (to === null || day <= to))
}
