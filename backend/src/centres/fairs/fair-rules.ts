export type FairState = 'planned' | 'open' | 'closed' | 'cancelled'

/** No fair of a province lasts longer; a slip of the year is found by it. */
const LONGEST_DAYS = 92
const DAY_MS = 86_400_000

const NEXT: Readonly<Record<FairState, readonly FairState[]>> = {
  planned: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
}

/** Whether a fair may go from one state to another. */
export function mayBecome(from: FairState, to: FairState): boolean {
  return NEXT[from].includes(to)
}

/** Whether booths and entries of a fair may still be changed. */
export function isUnderWay(state: FairState): boolean {
  return state === 'planned' || state === 'open'
}

/** True when the days (yyyy-mm-dd, both included) are in order and no more than three months. */
export function daysFit(firstDay: string, lastDay: string): boolean {
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS + 1
  return days >= 1 && days <= LONGEST_DAYS
}

/** The days of a fair that are still to come, today included; of one that is over, its last day. */
export function daysLeft(today: string, firstDay: string, lastDay: string): { from: string; to: string } {
  const from = today > firstDay ? today : firstDay
  return { from: from > lastDay ? lastDay : from, to: lastDay }
}

/** What a booth still holds. */
export interface BoothStanding {
  /** Pieces on the shelf. */
  pieces: number
  /** Sales whose money no close of the till has counted. */
  openSales: number
  /** Sales rung up without a network that wait for a person. */
  waiting: number
}

/** True for a booth that keeps its fair from being closed. */
export function isLeft({ pieces, openSales, waiting }: BoothStanding): boolean {
  return pieces > 0 || openSales > 0 || waiting > 0
}
