import { type RecognitionState, recognitionStateOn } from '@sao-lang/traceability/verify'
import { addDays } from '@sao-lang/traceability/verify/rating'
import type { PlanMeasure } from '../modules/programme/plan-measures'
import {
  type ApplicationFact,
  HOLDER_FORMS,
  type HolderForm,
  type PlanFact,
  type ProgrammeFacts,
  type RecognitionFact,
} from './facts'

/** A stretch of calendar days, both included, yyyy-mm-dd at +07. */
export interface Stretch {
  from: string
  to: string
}

/** How many products, by class. */
export interface ByStars {
  five: number
  four: number
  three: number
  all: number
}

export interface PlanLine extends PlanFact {
  /** What was reached by the last day; null for a place inside the province, which recognitions do not name. */
  result: number | null
  /** What was reached, else what the document says was, of the target in per cent, one decimal; null without either. */
  percent: number | null
}

export interface RoundLine {
  /** Applications handed in until the last day of the half-year, and what became of them by the last day of the report. */
  half: string
  registered: number
  holders: number
  passedOn: number
  judged: number
  /** With 3 stars or more. */
  awarded: number
  byStars: ByStars
}

/** The programme in one place and stretch of days, as it stood at the end of the last day. */
export interface ProgrammeFigures {
  stretch: Stretch
  /** Products with a star on the last day. */
  inForce: ByStars
  /** Of these: their star rests on a transitional extension. */
  transitional: number
  /** Products whose star is suspended on the last day. */
  suspended: number
  /** Products with a star the day before the first, what came, what went; `start + gained - lost = inForce.all`. */
  movement: { start: number; gained: number; lost: number; raised: number; lowered: number }
  /** Recognitions whose decision bears a date in the stretch. */
  awarded: { first: ByStars; upgrade: ByStars; again: ByStars; all: ByStars }
  /** Recognitions taken back in the stretch. */
  revoked: number
  bySector: { sector: string | null; stars: ByStars }[]
  byProvince: { provinceCode: string | null; stars: ByStars; holders: number }[]
  /** Holders with at least one product in force on the last day. */
  holders: { all: number; byForm: { form: HolderForm | null; count: number }[] }
  plan: PlanLine[]
  rounds: RoundLine[]
}

/**
 * Counts the programme. In: all facts that were known, of one place, and the stretch of days; nothing dated after the last day counts, so that
 * the same facts give the same figures on any later day. Pure; never throws.
 */
export function programmeFigures(facts: ProgrammeFacts, stretch: Stretch): ProgrammeFigures {
  const products = byProduct(facts.recognitions.filter((fact) => decidedOn(fact) <= stretch.to))
  const eve = addDays(stretch.from, -1)
  const standing = products.map((rows) => ({
    newest: newestOf(rows),
    before: starsOn(rows, eve),
    state: stateOn(rows, stretch.to),
  }))
  const starred = standing.filter(({ state }) => state.stars !== null)
  const awarded = products.flatMap((rows) => awardsIn(rows, stretch))
  const holders = new Map(starred.map(({ newest }) => [newest.holder, newest.holderForm]))
  const forms = [...holders.values()]
  return {
    stretch,
    inForce: countStars(starred.map(({ state }) => state.stars)),
    transitional: starred.filter(({ state }) => state.transitional).length,
    suspended: standing.filter(({ state }) => state.status === 'suspended').length,
    movement: {
      start: standing.filter(({ before }) => before !== null).length,
      gained: standing.filter(({ before, state }) => before === null && state.stars !== null).length,
      lost: standing.filter(({ before, state }) => before !== null && state.stars === null).length,
      raised: standing.filter(({ before, state }) => before !== null && (state.stars ?? before) > before).length,
      lowered: standing.filter(({ before, state }) => before !== null && (state.stars ?? before) < before).length,
    },
    awarded: {
      first: countStars(awarded.filter(({ kind }) => kind === 'first').map(({ stars }) => stars)),
      upgrade: countStars(awarded.filter(({ kind }) => kind === 'upgrade').map(({ stars }) => stars)),
      again: countStars(awarded.filter(({ kind }) => kind === 'again').map(({ stars }) => stars)),
      all: countStars(awarded.map(({ stars }) => stars)),
    },
    revoked: products.flat().filter(({ recognition: { revokedOn } }) => within(revokedOn, stretch)).length,
    bySector: grouped(starred, ({ newest }) => newest.sector).map(([sector, rows]) => ({
      sector,
      stars: countStars(rows.map(({ state }) => state.stars)),
    })),
    byProvince: grouped(starred, ({ newest }) => newest.provinceCode).map(([provinceCode, rows]) => ({
      provinceCode,
      stars: countStars(rows.map(({ state }) => state.stars)),
      holders: new Set(rows.map(({ newest }) => newest.holder)).size,
    })),
    holders: {
      all: holders.size,
      byForm: [...HOLDER_FORMS, null]
        .map((form) => ({ form, count: forms.filter((each) => each === form).length }))
        .filter(({ count }) => count > 0),
    },
    plan: facts.plans
      .filter(({ year }) => year === Number(stretch.to.slice(0, 4)))
      .map((plan) => planLine(plan, facts, stretch.to)),
    rounds: roundLines(facts.applications, stretch),
  }
}

/** Results count from 1 January of the plan's year to the last day. */
function planLine(plan: PlanFact, facts: ProgrammeFacts, to: string): PlanLine {
  const result = plan.place === '' ? reached(plan, facts, { from: `${plan.year}-01-01`, to }) : null
  const done = result ?? plan.statedResult
  const percent = done === null || plan.target <= 0 ? null : Math.round((done * 1000) / plan.target) / 10
  return { ...plan, result, percent }
}

function reached(plan: PlanFact, { recognitions }: ProgrammeFacts, year: Stretch): number {
  const here = recognitions.filter(
    (fact) => decidedOn(fact) <= year.to && (plan.provinceCode === null || fact.provinceCode === plan.provinceCode),
  )
  const awarded = byProduct(here).flatMap((rows) => awardsIn(rows, year))
  const of: Record<PlanMeasure, number> = {
    recognised: awarded.length,
    new: awarded.filter(({ kind }) => kind === 'first').length,
    upgraded: awarded.filter(({ kind }) => kind === 'upgrade').length,
    five_stars: awarded.filter(({ stars }) => stars === 5).length,
    holders: new Set(awarded.map(({ holder }) => holder)).size,
  }
  return of[plan.measure]
}

/** The halves of the years in which applications were handed in that belong to the stretch, oldest first. */
function roundLines(applications: readonly ApplicationFact[], stretch: Stretch): RoundLine[] {
  const handedIn = applications.filter(({ submittedOn }) => within(submittedOn, stretch))
  return grouped(handedIn, ({ submittedOn }) => halfOf(submittedOn)).map(([half, rows]) => {
    const judged = rows.filter(({ result }) => result !== null && result.on <= stretch.to)
    const awarded = judged.filter(({ result }) => (result?.stars ?? 0) >= 3)
    return {
      half: half ?? '',
      registered: rows.length,
      holders: new Set(rows.map(({ holder }) => holder)).size,
      passedOn: rows.filter(({ passedOnOn }) => passedOnOn !== null && passedOnOn <= stretch.to).length,
      judged: judged.length,
      awarded: awarded.length,
      byStars: countStars(awarded.map(({ result }) => result?.stars ?? null)),
    }
  })
}

function halfOf(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '1' : '2'}`
}

interface Award {
  kind: 'first' | 'upgrade' | 'again'
  stars: number
  holder: string
}

/** What a product got in the stretch: a first class, a higher one, or one anew. In: all its recognitions. */
function awardsIn(rows: readonly RecognitionFact[], stretch: Stretch): Award[] {
  const oldestFirst = [...rows].sort((a, b) => (decidedOn(a) < decidedOn(b) ? -1 : 1))
  return oldestFirst.flatMap((fact, at) => {
    if (!within(decidedOn(fact), stretch)) return []
    const before = oldestFirst[at - 1]?.recognition.stars
    const { stars } = fact.recognition
    const kind = before === undefined ? 'first' : stars > before ? 'upgrade' : 'again'
    return [{ kind, stars, holder: fact.holder }] as const
  })
}

function byProduct(facts: readonly RecognitionFact[]): RecognitionFact[][] {
  return grouped(facts, ({ product }) => product).map(([, rows]) => rows)
}

function newestOf(rows: readonly RecognitionFact[]): RecognitionFact {
  return rows.reduce((newest, fact) => (decidedOn(fact) >= decidedOn(newest) ? fact : newest))
}

/** The state on a day, from what had been decided by then. */
function stateOn(rows: readonly RecognitionFact[], day: string): RecognitionState {
  const known = rows.map(({ recognition }) => recognition).filter(({ decisionDate }) => decisionDate <= day)
  return recognitionStateOn(known, day)
}

function starsOn(rows: readonly RecognitionFact[], day: string): number | null {
  return stateOn(rows, day).stars
}

function decidedOn({ recognition }: RecognitionFact): string {
  return recognition.decisionDate
}

function within(day: string | null, { from, to }: Stretch): boolean {
  return day !== null && from <= day && day <= to
}

function countStars(stars: readonly (number | null)[]): ByStars {
  const of = (wanted: number) => stars.filter((each) => each === wanted).length
  const [five, four, three] = [of(5), of(4), of(3)]
  return { five, four, three, all: five + four + three }
}

/** Rows by key, keys in the order of the alphabet, what has none last. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): [string | null, Row[]][] {
  const groups = new Map<string | null, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
}
