import { daysBetween } from '@sao-lang/traceability/verify/rating'

/** What a paper is worth on a day: in force, soon to expire, expired, or out of the store. */
export type PaperStanding = 'valid' | 'expiring' | 'expired' | 'replaced' | 'withdrawn'

export interface StandingFacts {
  state: 'active' | 'replaced' | 'withdrawn'
  /** yyyy-mm-dd at +07, or null for a paper that does not expire. */
  expiresOn: string | null
}

export interface Standing {
  standing: PaperStanding
  /** Days from the day asked to the last good day: 0 on that day, below 0 after it; null without an expiry. */
  daysLeft: number | null
}

/**
 * The standing of a paper on a day at +07. The day on which it expires is its last good one, so it is expired from the midnight
 * after. A paper that was replaced or withdrawn says so whatever its days are. In: how many days before it is soon (`soonDays`).
 */
export function standingOn({ state, expiresOn }: StandingFacts, day: string, soon: number): Standing {
  const daysLeft = expiresOn === null ? null : daysBetween(day, expiresOn)
  if (state !== 'active') return { standing: state, daysLeft }
  if (daysLeft === null || daysLeft > soon) return { standing: 'valid', daysLeft }
  return { standing: daysLeft < 0 ? 'expired' : 'expiring', daysLeft }
}
