import { dayPlus, occupiedDays, type StayDays } from './stay-rules'

/** How many guests a place takes: usually, and on days of their own. */
export interface Capacity {
  /** Null: the host does not count. */
  usual: number | null
  /** By day; 0 is closed. */
  own: ReadonlyMap<string, number>
}

/** Guests of an accepted stay. */
export interface Taken extends StayDays {
  guests: number
}

/** Guests a place takes on a day; null when it does not count. */
export function capacityOn({ usual, own }: Capacity, day: string): number | null {
  return own.get(day) ?? usual
}

/** Guests who have a place on a day already. */
export function takenOn(taken: readonly Taken[], day: string): number {
  return taken
    .filter((each) => each.fromDay === day || (each.fromDay < day && day < each.toDay))
    .reduce((sum, each) => sum + each.guests, 0)
}

/** How many guests more fit on all days of a stay; null when the host does not count on any of them. Never below 0. */
export function freeGuests(capacity: Capacity, taken: readonly Taken[], days: StayDays): number | null {
  const free = occupiedDays(days).flatMap((day) => {
    const most = capacityOn(capacity, day)
    return most === null ? [] : [Math.max(0, most - takenOn(taken, day))]
  })
  return free.length === 0 ? null : Math.min(...free)
}

/** Days in a row as ranges. In: days in order. */
export function rangesOf(days: readonly string[]): StayDays[] {
  const ranges: StayDays[] = []
  for (const day of days) {
    const last = ranges.at(-1)
    if (last && dayPlus(last.toDay, 1) === day) last.toDay = day
    else ranges.push({ fromDay: day, toDay: day })
  }
  return ranges
}
