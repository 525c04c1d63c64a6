import type { MedusaContainer } from '@medusajs/framework/types'
import type { EvaluationDTO } from '../modules/evaluation/service'
import type { Duty, DutyKey } from '../officials/duties/duty'
import { type OfficialScope, postsWith } from '../officials/official-scope'
import type { OfficialVerb } from '../officials/official-verbs'
import { evaluationsOf, mayAct } from './access'
import { isOverdue } from './due-day'
import type { EvaluationState } from './evaluation-state'
import { listArrivals, readableFilter } from './read-evaluations'
import { listSittings } from './read-sittings'

/** What waits in which state, for whom. */
const WAITING: {
  key: DutyKey
  verb: OfficialVerb
  states: EvaluationState[]
  path: (state: string) => Duty['path']
}[] = [
  { key: 'evaluations_advise', verb: 'advice:write', states: ['received', 'advising'], path: listPath },
  { key: 'evaluations_prepare', verb: 'sitting:prepare', states: ['ready'], path: () => '/can-bo/phien' },
  { key: 'evaluations_decide', verb: 'sitting:prepare', states: ['scored'], path: listPath },
]
const MOST = 500

/** What councils are waited for: to receive, to advise on, to call a sitting for, to score and to settle. */
export async function evaluationDuties(container: MedusaContainer, official: OfficialScope): Promise<Duty[]> {
  const [waiting, arrivals, sheets] = await Promise.all([
    waitingDuties(container, official),
    listArrivals(container, official),
    sheetDuties(container, official),
  ])
  const received: Duty = {
    key: 'evaluations_receive',
    count: arrivals.length,
    path: '/can-bo/danh-gia',
    dueOn: null,
    overdue: false,
  }
  return [...(arrivals.length === 0 ? [] : [received]), ...waiting, ...sheets]
}

async function waitingDuties(container: MedusaContainer, official: OfficialScope): Promise<Duty[]> {
  const asked = WAITING.filter(({ verb }) => postsWith(official, verb).length > 0)
  if (asked.length === 0) return []
  const rows = await evaluationsOf(container).listEvaluations(
    { ...readableFilter(official), state: asked.flatMap(({ states }) => states) },
    { take: MOST, order: { due_on: 'ASC' } },
  )
  return asked.flatMap(({ key, verb, states, path }) => {
    const theirs = rows.filter((row) => states.includes(row.state) && mayAct(official, verb, row))
    return perDay(theirs).map(([dueOn, some]) => ({
      ...{ key, count: some.length, path: path(some[0]?.state ?? ''), dueOn },
      overdue: some.some((row) => isOverdue(row, official.day)),
    }))
  })
}

async function sheetDuties(container: MedusaContainer, official: OfficialScope): Promise<Duty[]> {
  if (postsWith(official, 'sheet:score').length === 0) return []
  const sittings = await listSittings(container, official)
  return sittings.flatMap(({ day, toScore }): Duty[] => {
    const [first] = toScore
    if (!first) return []
    const path: Duty['path'] = toScore.length === 1 ? `/can-bo/cham/${first.id}` : '/can-bo/cham'
    return [{ key: 'sheets_score', count: toScore.length, path, dueOn: day, overdue: day < official.day }]
  })
}

function perDay(rows: readonly EvaluationDTO[]): [string, EvaluationDTO[]][] {
  const days = new Map<string, EvaluationDTO[]>()
  for (const row of rows) days.set(row.due_on, [...(days.get(row.due_on) ?? []), row])
  return [...days]
}

function listPath(state: string): Duty['path'] {
  return `/can-bo/danh-gia?trang-thai=${state}`
}
