/** A calendar day some days later (earlier when negative). In and out: yyyy-mm-dd. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The moment of an hour of a day in Vietnam (+07, no daylight saving). Out: UTC, ISO 8601. */
export function vietnamMoment(day: string, hour: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 7) * 3_600_000).toISOString()
}
