import { z } from '@medusajs/framework/zod'
import { addDays } from '@sao-lang/traceability/verify/rating'
import type { Stretch } from './programme-figures'

/** A month (`2026-11`) or a year (`2026`) that is reported on. */
export interface ReportPeriod {
  kind: 'monthly' | 'yearly'
  key: string
  stretch: Stretch
  /** Last day to hand the report in, included. */
  dueOn: string
}

const FIRST_YEAR = 2018
const LAST_YEAR = 2099

/** Text of a period; see `reportPeriod`. */
export const PeriodKeySchema = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/)

/**
 * The period of a key. A monthly report is due before the 10th of the month that follows, a yearly one before 15 December of its own year
 * (the programme's documents; the days are the `reports` rule), so the days given are the last before these.
 * Out: null for a key that is none, or before the programme began in 2018.
 */
export function reportPeriod(key: string, due: ReportDue): ReportPeriod | null {
  if (!PeriodKeySchema.safeParse(key).success) return null
  const year = Number(key.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  if (key.length === 4) {
    const stretch = { from: `${key}-01-01`, to: `${key}-12-31` }
    return { kind: 'yearly', key, stretch, dueOn: addDays(`${key}-${due.yearlyBefore}`, -1) }
  }
  const month = Number(key.slice(5))
  const next = new Date(Date.UTC(year, month, 1))
  const to = new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10)
  const dueMonth = next.toISOString().slice(0, 7)
  return {
    kind: 'monthly',
    key,
    stretch: { from: `${key}-01`, to },
    dueOn: addDays(`${dueMonth}-${String(due.monthlyBeforeDay).padStart(2, '0')}`, -1),
  }
}

/** When reports are due: before a day of the following month, and before a day (`12-15`) of the year itself. */
export interface ReportDue {
  monthlyBeforeDay: number
  yearlyBefore: string
}

/** The periods that are open on a day, newest first: its year, its month and the eleven months before. */
export function periodsOn(day: string, due: ReportDue): ReportPeriod[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const months = Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
  return [String(year), String(year - 1), ...months].flatMap((key) => reportPeriod(key, due) ?? [])
}
