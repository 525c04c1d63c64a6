import type { StayState } from '../modules/stay/states'

/** So far ahead days may be asked for. */
export const STAY_AHEAD_DAYS = 365
export const MOST_NIGHTS = 30
export const MOST_GUESTS = 200

/** First and last day, yyyy-mm-dd at +07; one and the same for a tour. */
export interface StayDays {
  fromDay: string
  toDay: string
}

/** What decides how an enquiry stands. */
export interface Standing extends StayDays {
  state: StayState
  /** Last day to accept; null before an offer. */
  offerUntil: string | null
}

export type StayDeed = 'offer' | 'decline' | 'accept' | 'withdraw' | 'done' | 'no_show'

const DEEDS: Record<StayDeed, { from: readonly StayState[]; to: StayState }> = {
  // An offer may be made anew while it is not accepted.
  offer: { from: ['asked', 'offered'], to: 'offered' },
  decline: { from: ['asked', 'offered', 'accepted'], to: 'declined' },
  accept: { from: ['offered'], to: 'accepted' },
  withdraw: { from: ['asked', 'offered', 'accepted'], to: 'withdrawn' },
  done: { from: ['accepted'], to: 'done' },
  no_show: { from: ['accepted'], to: 'no_show' },
}

/** The calendar day so many days later (or earlier). */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Nights between the days; none for a tour. */
export function nightsOf({ fromDay, toDay }: StayDays): number {
  return Math.round((Date.parse(`${toDay}T00:00:00Z`) - Date.parse(`${fromDay}T00:00:00Z`)) / 86_400_000)
}

/** The days on which guests take a place: every night by its evening, or the one day of a tour. */
export function occupiedDays(days: StayDays): string[] {
  return Array.from({ length: Math.max(1, nightsOf(days)) }, (_, no) => dayPlus(days.fromDay, no))
}

/** What is wrong with days asked for today (+07), and in which field; null when they can be asked for. In: real calendar days. */
export function daysProblem({ fromDay, toDay }: StayDays, today: string) {
  if (fromDay < today) return { field: 'fromDay', code: 'stay_from_past' } as const
  if (fromDay > dayPlus(today, STAY_AHEAD_DAYS)) return { field: 'fromDay', code: 'stay_too_far' } as const
  if (toDay < fromDay) return { field: 'toDay', code: 'stay_to_before' } as const
  return nightsOf({ fromDay, toDay }) > MOST_NIGHTS ? ({ field: 'toDay', code: 'stay_too_long' } as const) : null
}

/** How an enquiry stands today: one whose time to answer or to accept is over is expired, whether or not the job has been there. */
export function standingOn({ state, fromDay, offerUntil }: Standing, today: string): StayState {
  if (state === 'asked') return today > fromDay ? 'expired' : 'asked'
  if (state === 'offered') return today > (offerUntil ?? fromDay) ? 'expired' : 'offered'
  return state
}

/** The state after a deed, or why it cannot be done today. Throws nothing. */
export function afterDeed(
  stay: Standing,
  deed: StayDeed,
  today: string,
): { state: StayState } | { code: 'stay_state' | 'stay_not_over' } {
  const state = standingOn(stay, today)
  if (!DEEDS[deed].from.includes(state)) return { code: 'stay_state' }
  if (state === 'accepted') {
    // Who does not come has not withdrawn, and nobody is turned away who has been there.
    if (deed === 'withdraw' && today > stay.fromDay) return { code: 'stay_state' }
    if (deed === 'decline' && today > stay.toDay) return { code: 'stay_state' }
    if (deed === 'done' && today < stay.toDay) return { code: 'stay_not_over' }
    if (deed === 'no_show' && today < stay.fromDay) return { code: 'stay_not_over' }
  }
  return { state: DEEDS[deed].to }
}

/** Which deeds are open today. */
export function openDeeds(stay: Standing, today: string): StayDeed[] {
  return (Object.keys(DEEDS) as StayDeed[]).filter((deed) => 'state' in afterDeed(stay, deed, today))
}
