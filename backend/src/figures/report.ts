import { createHash } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import { rulesOn } from '../rules/rules-on'
import { type ProgrammeFigures, programmeFigures } from './programme-figures'
import { type FiguresPlace, readFacts } from './read-facts'
import { periodsOn, type ReportDue, type ReportPeriod, reportPeriod } from './report-period'

/** A report of a month or a year in one place, counted anew. */
export interface ProgrammeReport {
  period: ReportPeriod
  provinceCode: FiguresPlace
  placeName: string
  /** Last day that counts: of the period, or today while the period runs. */
  asOf: string
  /** Moment up to which entries counted, UTC. */
  knownAt: string
  figures: ProgrammeFigures
  /** True when anything counted is illustrative. */
  sample: boolean
}

export interface ReportQuestion {
  period: string
  provinceCode: FiguresPlace
  /** Now, for the due days and for periods that still run. */
  now: Date
  /** Moment up to which entries count; now when nothing is asked. */
  knownAt?: Date
}

/** Days on which reports are due, by the rule in force today. Throws ApiError 409 `rule_missing`. */
export async function reportDue(container: MedusaContainer, now: Date): Promise<ReportDue> {
  return (await rulesOn(container, vietnamDay(now))).windows.reports
}

/** The periods one may report on today, newest first. */
export async function openPeriods(container: MedusaContainer, now: Date): Promise<ReportPeriod[]> {
  return periodsOn(vietnamDay(now), await reportDue(container, now))
}

/**
 * Counts a report. The same question gives the same report on any later day (entries after `knownAt` and days after the period do not count).
 * Throws ApiError 404 for a period that is none or has not begun, and for an unknown province.
 */
export async function makeReport(container: MedusaContainer, question: ReportQuestion): Promise<ProgrammeReport> {
  const { provinceCode, now, knownAt = now } = question
  const today = vietnamDay(now)
  const period = reportPeriod(question.period, await reportDue(container, now))
  if (period === null || period.stretch.from > today) throw new ApiError(404, 'not_found')
  const placeName = await nameOf(container, provinceCode)
  const facts = await readFacts(container, provinceCode, knownAt)
  const asOf = period.stretch.to < today ? period.stretch.to : today
  return {
    ...{ period, provinceCode, placeName, asOf },
    knownAt: knownAt.toISOString(),
    figures: programmeFigures(facts, { from: period.stretch.from, to: asOf }),
    sample:
      facts.recognitions.some(({ recognition }) => recognition.sample) || facts.plans.some(({ sample }) => sample),
  }
}

async function nameOf(container: MedusaContainer, provinceCode: FiguresPlace): Promise<string> {
  if (provinceCode === null) return 'Cả nước'
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const [province] = await places.listProvinces({ code: provinceCode }, { take: 1 })
  if (!province) throw new ApiError(404, 'not_found')
  return province.full_name
}

/** Hex SHA-256 of figures, members in the order of the alphabet: two reports with one digest say the same. */
export function digestOf(figures: ProgrammeFigures): string {
  return createHash('sha256').update(canonical(figures)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}
