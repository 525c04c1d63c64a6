/** A year that a plan may be of, as typed; the year of `today` (yyyy-mm-dd) when it is none. */
export function yearIn(text: string | null, today: string): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= 2018 && year <= 2100 ? year : Number(today.slice(0, 4))
}
