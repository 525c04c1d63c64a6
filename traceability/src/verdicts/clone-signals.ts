import type { UnitState } from '../verify/verdict.ts'
import type { CloneSettings } from './clone-settings.ts'
import { PROVINCES, surelyApartKm } from './provinces.ts'

/** One counted scan: a person, with a device that had not been counted for this unit that day. */
export interface Sighting {
  /** Milliseconds since the epoch. */
  at: number
  /** Two digits, or null when nobody stated it. */
  province: string | null
}

/** What is on record of the unit itself; moments in milliseconds since the epoch. */
export interface UnitLife {
  state: UnitState
  /** When it was commissioned; null when it was not, or was active from print. */
  commissionedAt: number | null
  soldAt: number | null
  /** Province of sale or delivery, when it is known. */
  soldIn: string | null
  /** When it was tried to sell it again, which was refused. */
  secondSales: readonly number[]
  /** Since when its code is known to be public, found earlier or said by an owner or officer. */
  publicSince: number | null
}

export type AlertLevel = 'none' | 'watch' | 'suspect'

/** `copied`: scans one pack cannot make; `shown_in_public`: a crowd saw the code; `out_of_use`: not in trade by its state. */
export type AlertKind = 'copied' | 'shown_in_public' | 'out_of_use'

/** Machine words with their share of the score. */
export type SignalName =
  | 'visits'
  | 'areas'
  | 'impossible_speed'
  | 'before_commissioning'
  | 'after_sale'
  | 'outside_destination'
  | 'out_of_use'
  | 'second_sale'

export interface AreaSightings {
  /** Null: scans without a stated province. */
  province: string | null
  sightings: number
  firstAt: number
  lastAt: number
}

export interface Judgement {
  /** Never negative; falls with time when nothing happens. */
  score: number
  level: AlertLevel
  /** Null exactly when the level is `none`. */
  kind: AlertKind | null
  signals: { name: SignalName; points: number }[]
  /** Most sightings first. */
  areas: AreaSightings[]
  /** When the code is known to be public: the start of the crowd, or the moment given. */
  publicSince: number | null
}

interface Visit {
  at: number
  province: string | null
  weight: number
}

const HOUR = 3_600_000
const DAY = 86_400_000
const VIETNAM_OFFSET = 7 * HOUR

/** Codes outside the 34 are no areas: a wrong header must not make a hundred of them. */
const areaOf = (province: string | null) => (province !== null && PROVINCES.has(province) ? province : null)

/**
 * Judges one unit by its sightings. In: its newest counted scans in any order, what is on record of it, settings, now.
 * The outcome depends on the set of scans alone, not on the order or the portions in which they came: judging again
 * after a crash, in another process, or with a scan that arrives late needs no care. Pure; never throws.
 *
 * The score adds what exceeds an ordinary pack's life (CloneSettings), each scan weighing less as it ages. Many devices
 * in a very short time make a code public, never suspect: then the code alone cannot tell packs apart, and says so.
 */
export function judgeUnit(
  sightings: readonly Sighting[],
  life: UnitLife,
  settings: CloneSettings,
  now: number,
): Judgement {
  const seen = sightings
    .filter((each) => each.at > now - settings.horizonDays * DAY)
    .map((each) => ({ at: each.at, province: areaOf(each.province) }))
    .sort((a, b) => a.at - b.at || (a.province ?? '').localeCompare(b.province ?? ''))
  const weightAt = (at: number) => 2 ** (-Math.max(0, now - at) / (settings.halfLifeDays * DAY))
  const visits = visitsOf(seen, settings.visitHours * HOUR, weightAt)
  const signals = signalsOf(seen, visits, life, settings, weightAt).filter(({ points }) => points > 0)
  const score = signals.reduce((sum, { points }) => sum + points, 0)
  const publicSince = life.publicSince ?? crowdSince(seen, settings)
  return {
    score,
    // A public code nobody has scanned within the horizon raises nothing any more.
    ...levelOf(score, visits, publicSince !== null && seen.length > 0, life, settings),
    signals,
    areas: areasOf(seen),
    publicSince,
  }
}

/**
 * Sightings of one area in one stretch of the day are one visit; a stretch has at most two, so that a crowd at one time
 * is never mistaken for packs sold over days. Those without an area count only where nobody stated one.
 */
function visitsOf(seen: readonly Sighting[], stretchMs: number, weightAt: (at: number) => number): Visit[] {
  const stretches = new Map<number, Sighting[]>()
  for (const each of seen) {
    const key = Math.floor(each.at / stretchMs)
    const known = stretches.get(key)
    if (known) known.push(each)
    else stretches.set(key, [each])
  }
  return [...stretches.values()].flatMap((group) => {
    const areas = new Set(group.map(({ province }) => province).filter((province) => province !== null))
    const kept = areas.size > 0 ? [...areas].slice(0, 2) : [null]
    return kept.map((province) => {
      const at = Math.max(...group.filter((each) => each.province === province).map((each) => each.at))
      return { at, province, weight: weightAt(at) }
    })
  })
}

function signalsOf(
  seen: readonly Sighting[],
  visits: readonly Visit[],
  life: UnitLife,
  settings: CloneSettings,
  weightAt: (at: number) => number,
): { name: SignalName; points: number }[] {
  const weigh = (some: readonly Visit[]) => some.reduce((sum, { weight }) => sum + weight, 0)
  const beyond = (value: number, free: number, points: number) => Math.max(0, value - free) * points
  const located = visits.filter(({ province }) => province !== null)
  const newestOfArea = new Map(located.map(({ province, weight }) => [province, weight]))
  const areas = [...newestOfArea.values()].reduce((sum, weight) => sum + weight, 0)
  const { commissionedAt, soldAt, soldIn, state } = life
  const early = visits.filter(({ at }) =>
    state === 'issued' ? true : commissionedAt !== null && at < commissionedAt - settings.earlyGraceHours * HOUR,
  )
  const sold = soldAt === null ? [] : visits.filter(({ at }) => at > soldAt)
  const elsewhere = soldIn === null ? [] : sold.filter(({ province }) => province !== null && province !== soldIn)
  const outOfUse = isOutOfUse(state) ? visits : []
  return [
    { name: 'visits', points: beyond(weigh(visits), settings.freeVisits, settings.visitPoints) },
    { name: 'areas', points: beyond(areas, settings.freeAreas, settings.areaPoints) },
    {
      name: 'impossible_speed',
      points: beyond(jumps(seen, settings.jumpKmPerHour, weightAt), settings.freeJumps, settings.jumpPoints),
    },
    { name: 'before_commissioning', points: weigh(early) * settings.earlyVisitPoints },
    { name: 'after_sale', points: beyond(weigh(sold), settings.freeVisitsAfterSale, settings.visitAfterSalePoints) },
    {
      name: 'outside_destination',
      points: beyond(weigh(elsewhere), settings.freeVisitsElsewhere, settings.visitElsewherePoints),
    },
    { name: 'out_of_use', points: weigh(outOfUse) * settings.outOfUsePoints },
    {
      name: 'second_sale',
      points: life.secondSales.reduce((sum, at) => sum + weightAt(at), 0) * settings.secondSalePoints,
    },
  ]
}

/** A crowd of any size makes at most this many jumps; more say nothing more. */
const MOST_JUMPS = 10

function jumps(seen: readonly Sighting[], kmPerHour: number, weightAt: (at: number) => number): number {
  let sum = 0
  let last: { at: number; province: string } | null = null
  for (const { at, province } of seen) {
    if (province === null) continue
    if (last !== null && surelyApartKm(last.province, province) > ((at - last.at) / HOUR) * kmPerHour) {
      sum += weightAt(at)
    }
    last = { at, province }
  }
  return Math.min(sum, MOST_JUMPS)
}

/** Start of the first stretch of `publicMinutes` with `publicDevices` devices; null when there is none. */
function crowdSince(seen: readonly Sighting[], settings: CloneSettings): number | null {
  const first = seen.find((each, i) => {
    const last = seen[i + settings.publicDevices - 1]
    return last !== undefined && last.at - each.at <= settings.publicMinutes * 60_000
  })
  return first?.at ?? null
}

function levelOf(
  score: number,
  visits: readonly Visit[],
  isPublic: boolean,
  life: UnitLife,
  settings: CloneSettings,
): Pick<Judgement, 'level' | 'kind'> {
  const offTrade = isOutOfUse(life.state) || life.state === 'issued'
  if (isPublic) return { level: 'watch', kind: 'shown_in_public' }
  if (score < settings.watch) return { level: 'none', kind: null }
  const days = new Set(visits.map(({ at }) => Math.floor((at + VIETNAM_OFFSET) / DAY))).size
  const isSpread = visits.length >= settings.visitsForSuspect && days >= settings.daysForSuspect
  return {
    level: score >= settings.suspect && isSpread ? 'suspect' : 'watch',
    kind: offTrade ? 'out_of_use' : 'copied',
  }
}

function areasOf(seen: readonly Sighting[]): AreaSightings[] {
  const areas = new Map<string | null, AreaSightings>()
  for (const { at, province } of seen) {
    const known = areas.get(province)
    if (known) {
      known.sightings += 1
      known.lastAt = at
    } else areas.set(province, { province, sightings: 1, firstAt: at, lastAt: at })
  }
  return [...areas.values()].sort((a, b) => b.sightings - a.sightings || a.firstAt - b.firstAt)
}

function isOutOfUse(state: UnitState): boolean {
  return state === 'void' || state === 'destroyed' || state === 'stolen'
}
