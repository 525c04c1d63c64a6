const OFFSET_MS = 7 * 3_600_000

/** A calendar day yyyy-mm-dd as people read it: dd/mm/yyyy. */
export function readableDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** A moment (UTC, ISO 8601) as people in Vietnam read it, at +07: `14:05 ngày 23/11/2026`. */
export function readableMoment(iso: string): string {
  const there = new Date(new Date(iso).getTime() + OFFSET_MS).toISOString()
  return `${there.slice(11, 16)} ngày ${readableDay(there.slice(0, 10))}`
}
