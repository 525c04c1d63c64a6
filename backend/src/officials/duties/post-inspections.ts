import type { MedusaContainer } from '@medusajs/framework/types'
import { OPEN_PROPOSALS } from '../../modules/post-inspection/states'
import { ministryStarsOn } from '../../post-inspection/leading'
import { followUpWork, postInspections } from '../../post-inspection/read-inspections'
import { type OfficialScope, type Places, placeFilter, placesOf } from '../official-scope'
import type { Duty } from './duty'

const PATH = '/can-bo/hau-kiem'
const MOST = 1_000

/**
 * What post-inspections ask of an official: planned ones whose month has come, what the holder has not mended in time, answers
 * to look at, and proposals of revocation with the last day to decide. What the ministry leads is no duty of a province.
 */
export async function postInspectionDuties(container: MedusaContainer, official: OfficialScope): Promise<Duty[]> {
  const [record, draft] = [placesOf(official, 'post_inspection:record'), placesOf(official, 'decision:draft')]
  const ours = await starsLedBy(container, official)
  const [inspecting, deciding] = await Promise.all([
    somewhere(record) ? inspectionDuties(container, record, official.day, ours) : [],
    somewhere(draft) ? proposalDuties(container, draft, official.day, ours) : [],
  ])
  return [...inspecting, ...deciding]
}

async function starsLedBy(
  container: MedusaContainer,
  { posts, day }: OfficialScope,
): Promise<(stars: number) => boolean> {
  if (posts.some(({ level }) => level === 'ministry')) return () => true
  const central: readonly number[] = await ministryStarsOn(container, day)
  return (stars) => !central.includes(stars)
}

async function inspectionDuties(
  container: MedusaContainer,
  places: Places,
  today: string,
  ours: (stars: number) => boolean,
): Promise<Duty[]> {
  const [planned, work] = await Promise.all([
    postInspections(container).listPostInspections(
      { ...placeFilter(places), state: ['planned', 'under_way'], planned_for: { $lte: today.slice(0, 7) } },
      { take: MOST, select: ['id', 'planned_for', 'stars'] },
    ),
    followUpWork(container, places, today),
  ])
  const months = countBy(
    planned.filter(({ stars }) => ours(stars)),
    ({ planned_for }) => planned_for,
  )
  const waiting = work.filter(({ inspection }) => ours(inspection.stars))
  const late = countBy(
    waiting.filter(({ followUp }) => followUp.overdue),
    ({ followUp }) => followUp.dueOn,
  )
  const answered = waiting.filter(({ followUp }) => followUp.state === 'answered').length
  return [
    ...[...months].map(([month, count]): Duty => {
      const dueOn = lastDayOf(month)
      return { key: 'inspection_planned', count, path: PATH, dueOn, overdue: dueOn < today }
    }),
    ...[...late].map(([dueOn, count]): Duty => ({ key: 'follow_up_overdue', count, path: PATH, dueOn, overdue: true })),
    { key: 'follow_up_answered', count: answered, path: PATH, dueOn: null, overdue: false },
  ]
}

async function proposalDuties(
  container: MedusaContainer,
  places: Places,
  today: string,
  ours: (stars: number) => boolean,
): Promise<Duty[]> {
  const open = await postInspections(container).listRevocationProposals(
    { ...placeFilter(places), state: [...OPEN_PROPOSALS] },
    { take: MOST, select: ['id', 'due_on', 'stars'] },
  )
  const days = countBy(
    open.filter(({ stars }) => ours(stars)),
    ({ due_on }) => due_on,
  )
  return [...days].map(([dueOn, count]) => ({
    key: 'revocation_proposed',
    count,
    path: PATH,
    dueOn,
    overdue: dueOn < today,
  }))
}

function somewhere({ everywhere, provinceCodes, communeCodes }: Places): boolean {
  return everywhere || provinceCodes.length > 0 || communeCodes.length > 0
}

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

/** In: yyyy-mm. */
function lastDayOf(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}
