/** The weeks of a month from Monday to Sunday; null stands for days of other months. In: the days in order, yyyy-mm-dd. */
export function monthWeeks<Day extends { day: string }>(days: readonly Day[]): (Day | null)[][] {
  const [first] = days
  if (!first) return []
  const before = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7
  const cells: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** The month so many months later (or earlier). In and out: yyyy-mm. */
export function monthPlus(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + months, 1)).toISOString().slice(0, 7)
}

/** Reads `?thang=`: undefined for none, null for what is no month of this century. */
export function readMonth(value: string | null): string | null | undefined {
  if (value === null || value === '') return undefined
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(value) ? value : null
}
