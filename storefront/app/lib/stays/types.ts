/** Mirrors of the backend's `src/stays`. Days yyyy-mm-dd at +07, moments UTC, whole đồng. */
export type StayState = 'asked' | 'offered' | 'declined' | 'accepted' | 'withdrawn' | 'expired' | 'done' | 'no_show'

export type StayDeed = 'offer' | 'decline' | 'accept' | 'withdraw' | 'done' | 'no_show'

export interface StayDays {
  fromDay: string
  toDay: string
}

/** What is to be known before a homestay or tour is asked for. */
export interface StayForm {
  product: { title: string; handle: string }
  producer: { name: string; handle: string }
  today: string
  lastDay: string
  mostNights: number
  mostGuests: number
  closed: StayDays[]
  consent: { version: string; text: string }
}

export interface StayOffer {
  no: number
  price: number
  included: string
  words: string | null
  until: string
}

/** An enquiry for its buyer. */
export interface StayView extends StayDays {
  id: string
  state: StayState
  product: { title: string; handle: string }
  producer: { name: string; handle: string; phone: string | null }
  nights: number
  adults: number
  children: number
  name: string | null
  note: string | null
  askedAt: string
  offer: StayOffer | null
  declineReason: string | null
  erased: boolean
  deeds: StayDeed[]
}

/** The same for the host. */
export interface HostStayView extends StayView {
  phone: string | null
  email: string | null
  /** Null when the host does not count. */
  freeGuests: number | null
}

export interface StayLine extends StayDays {
  id: string
  state: StayState
  product: string
  name: string | null
  adults: number
  children: number
  price: number | null
  offerUntil: string | null
  askedAt: string
}

export const STAY_FILTERS = ['asked', 'offered', 'coming', 'to_close', 'past'] as const
export type StayFilter = (typeof STAY_FILTERS)[number]
export type StayCounts = Record<StayFilter, number>

export interface StayPlace {
  id: string
  title: string
}

export interface StayDay {
  day: string
  capacity: number | null
  own: boolean
  taken: number
}

export interface StayMonth {
  product: StayPlace
  month: string
  today: string
  lastDay: string
  guestsPerDay: number | null
  days: StayDay[]
}
