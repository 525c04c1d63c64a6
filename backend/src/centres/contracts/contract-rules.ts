export type ContractState = 'draft' | 'active' | 'ended' | 'terminated'

/** How many days before its last a contract is said to end soon. */
const SOON_DAYS = 30
const DAY_MS = 86_400_000

/** Days of a contract, yyyy-mm-dd at +07, both included. */
export interface ContractDays {
  fromDay: string
  toDay: string
}

/** What a contract stands at on a day. `soon`: it runs out within 30 days; `over`: its last day has passed, and nobody has ended it. */
export type ContractStanding = ContractState | 'coming' | 'soon' | 'over'

/** In: the state on record, the days, and today at +07. */
export function standingOn(
  { state, fromDay, toDay }: ContractDays & { state: ContractState },
  today: string,
): ContractStanding {
  if (state !== 'active') return state
  if (today > toDay) return 'over'
  if (daysBetween(today, toDay) <= SOON_DAYS) return 'soon'
  return today < fromDay ? 'coming' : 'active'
}

/** Days from one to another; 0 for the same. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** What was agreed of one kind of goods. */
export interface AgreedQuantity {
  quantity: number
  /** For each calendar month that the contract touches, or once for all of its days. */
  per: 'month' | 'total'
}

export interface DeliveredOn {
  day: string
  quantity: number
}

/** How far a line is delivered; `left` below 0 says that more was delivered than agreed. */
export interface LineProgress {
  /** Since the first day of the contract. */
  delivered: number
  /** The month that `left` is of, yyyy-mm; null for a line that is agreed in total. */
  month: string | null
  left: number
}

/**
 * What of a line is still to be delivered on a day: of the whole, or of the month that the day is in (before the contract its first
 * month, after it its last).
 */
export function progressOf(
  line: AgreedQuantity,
  deliveries: readonly DeliveredOn[],
  days: ContractDays,
  today: string,
): LineProgress {
  const sum = (of: readonly DeliveredOn[]) => of.reduce((all, { quantity }) => all + quantity, 0)
  const delivered = sum(deliveries)
  if (line.per === 'total') return { delivered, month: null, left: line.quantity - delivered }
  const within = today < days.fromDay ? days.fromDay : today > days.toDay ? days.toDay : today
  const month = within.slice(0, 7)
  return { delivered, month, left: line.quantity - sum(deliveries.filter(({ day }) => day.startsWith(month))) }
}

/** What is wrong with the day of a delivery; null for nothing. In: the contract, with the day it was ended before its last, if it was. */
export function deliveryDayProblem(
  day: string,
  { fromDay, toDay, endedOn }: ContractDays & { endedOn: string | null },
  today: string,
): 'supply_day_ahead' | 'supply_day_outside' | null {
  if (day > today) return 'supply_day_ahead'
  const last = endedOn !== null && endedOn < toDay ? endedOn : toDay
  return day < fromDay || day > last ? 'supply_day_outside' : null
}
