const DAY_MS = 86_400_000
const MOST_DAYS = 366

/** In: two days, yyyy-mm-dd. Out: whether the backend takes them: real days, in order, at most 366. */
export function isPeriod(from: string, to: string): boolean {
  const [start, end] = [dayOf(from), dayOf(to)]
  return start !== null && end !== null && start <= end && end - start < MOST_DAYS * DAY_MS
}

function dayOf(text: string): number | null {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text ? null : moment
}
