/** Of the goods' price, in basis points: a centre that keeps more than half does not sell for the producer any more. */
export const MOST_SHARE_BPS = 5_000

export type AgreementState = 'offered' | 'accepted' | 'ended' | 'declined' | 'withdrawn'

/** Where an agreement stands on a day, as people see it. */
export type AgreementStanding = 'proposed' | 'lapsed' | 'coming' | 'active' | 'ended' | 'declined' | 'withdrawn'

export interface AgreementDays {
  state: AgreementState
  /** yyyy-mm-dd at +07, both included. */
  firstDay: string
  lastDay: string | null
}

/** Where an agreement stands on a day (yyyy-mm-dd at +07). One that has been ended with notice is active until its last day. Pure. */
export function standingOn({ state, firstDay, lastDay }: AgreementDays, day: string): AgreementStanding {
  const over = lastDay !== null && lastDay < day
  if (state === 'offered') return over ? 'lapsed' : 'proposed'
  if (state === 'declined' || state === 'withdrawn') return state
  if (over || (lastDay !== null && lastDay < firstDay)) return 'ended'
  return firstDay > day ? 'coming' : 'active'
}

/** What is wrong with the days of a proposal made on a day; null when nothing is. Pure. */
export function daysProblem(
  { firstDay, lastDay }: Pick<AgreementDays, 'firstDay' | 'lastDay'>,
  today: string,
): 'agreement_first_day' | 'agreement_last_day' | null {
  if (firstDay < today) return 'agreement_first_day'
  return lastDay !== null && lastDay < firstDay ? 'agreement_last_day' : null
}

/** Whether a running agreement can be given this last day: from today on, and no later than what was agreed. Pure. */
export function mayEndOn(agreed: string | null, lastDay: string, today: string): boolean {
  return lastDay >= today && (agreed === null || lastDay <= agreed)
}

/** The day before a day (yyyy-mm-dd). Pure. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** A share as Vietnamese write it: 1250 is `12,5`. Pure. */
export function percentText(bps: number): string {
  return String(bps / 100).replace('.', ',')
}
