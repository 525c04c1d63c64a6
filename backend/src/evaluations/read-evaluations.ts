import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import type { EvaluationDTO } from '../modules/evaluation/service'
import { type OfficialScope, placesOf, postsWith } from '../officials/official-scope'
import { evaluationsOf, mayAct, type Seat } from './access'
import type { EvaluationsQuery } from './bodies'
import { EVALUATION_STATES, type EvaluationState, isSettled } from './evaluation-state'
import { type EvaluationLine, toEvaluationLine } from './evaluation-view'

const PAGE = 50

/** Which evaluations an official may read, as a filter: the ministry's posts all, a province's its own, a commune's its dossiers. */
export function readableFilter(official: OfficialScope): Record<string, unknown> {
  const places = placesOf(official, 'dossier:read')
  if (places.everywhere) return {}
  return {
    level: 'province',
    $or: [{ province_code: places.provinceCodes }, { commune_code: places.communeCodes }],
  }
}

export interface EvaluationPage {
  evaluations: EvaluationLine[]
  total: number
  next: number | null
  /** How many there are in each state, whatever state was asked for. */
  counts: Record<EvaluationState, number>
}

/** Evaluations of the official's places by the day they are due, so that what is overdue stands first. */
export async function listEvaluations(
  container: MedusaContainer,
  official: OfficialScope,
  { state, round, offset }: EvaluationsQuery,
): Promise<EvaluationPage> {
  const service = evaluationsOf(container)
  const inReach = { ...readableFilter(official), ...(round === undefined ? {} : { round_id: round }) }
  const open = EVALUATION_STATES.filter((each) => !isSettled(each))
  const asked = state === 'all' ? {} : { state: state === 'open' ? open : state }
  const [[rows, total], counted] = await Promise.all([
    service.listAndCountEvaluations(
      { ...inReach, ...asked },
      { take: PAGE, skip: offset, order: { due_on: state === 'open' ? 'ASC' : 'DESC', id: 'ASC' } },
    ),
    Promise.all(
      EVALUATION_STATES.map((each) => service.listAndCountEvaluations({ ...inReach, state: each }, { take: 1 })),
    ),
  ])
  return {
    evaluations: rows.map((row) => toEvaluationLine(row, official.day)),
    total,
    next: offset + rows.length < total ? offset + rows.length : null,
    counts: Object.fromEntries(EVALUATION_STATES.map((each, at) => [each, counted[at]?.[1] ?? 0])) as Record<
      EvaluationState,
      number
    >,
  }
}

/** Something that waits to be taken into a round. */
export interface Arrival {
  /** Of a dossier the commune passed on; null for what a province forwarded. */
  dossierId: string | null
  /** Of the province's evaluation; null for a dossier. */
  evaluationId: string | null
  level: 'province' | 'ministry'
  product: string
  kind: EvaluationDTO['kind']
  provinceCode: string
  communeCode: string
  /** yyyy-mm-dd at +07. */
  sentOn: string | null
}

interface PassedOn {
  id: string
  product_name: string
  kind: EvaluationDTO['kind']
  province_code: string
  commune_code: string
  passed_on_at: string | Date | null
}

const MOST_ARRIVALS = 200

/** What communes passed on, and provinces forwarded, and nobody has taken into a round yet. Empty for who may not take it. */
export async function listArrivals(container: MedusaContainer, official: OfficialScope): Promise<Arrival[]> {
  const posts = postsWith(official, 'sitting:prepare')
  const provinces = posts.flatMap(({ level, provinceCode }) =>
    level === 'province' && provinceCode ? [provinceCode] : [],
  )
  const service = evaluationsOf(container)
  const [dossiers, forwarded] = await Promise.all([
    provinces.length === 0
      ? []
      : graph<PassedOn>(container, {
          entity: 'dossier',
          fields: ['id', 'product_name', 'kind', 'province_code', 'commune_code', 'passed_on_at'],
          filters: { state: 'passed_on', province_code: provinces },
          pagination: { take: MOST_ARRIVALS, order: { passed_on_at: 'ASC' } },
        }),
    posts.some(({ level }) => level === 'ministry')
      ? service.listEvaluations(
          { level: 'province', state: 'forwarded_to_ministry' },
          { take: MOST_ARRIVALS, order: { settled_at: 'ASC' } },
        )
      : [],
  ])
  const [taken, above] = await Promise.all([
    service.listEvaluations({ level: 'province', dossier_id: dossiers.map(({ id }) => id) }, { take: null }),
    service.listEvaluations({ forwarded_from: forwarded.map(({ id }) => id) }, { take: null }),
  ])
  const known = new Set(taken.filter(({ state }) => state !== 'closed').map(({ dossier_id }) => dossier_id))
  const received = new Set(above.map(({ forwarded_from }) => forwarded_from))
  return [
    ...dossiers
      .filter(({ id }) => !known.has(id))
      .map((row) => ({
        ...{ dossierId: row.id, evaluationId: null, level: 'province' as const, product: row.product_name },
        ...{ kind: row.kind, provinceCode: row.province_code, communeCode: row.commune_code },
        sentOn: dayOf(row.passed_on_at),
      })),
    ...forwarded
      .filter(({ id }) => !received.has(id))
      .map((row) => ({
        ...{ dossierId: null, evaluationId: row.id, level: 'ministry' as const, product: row.product_name },
        ...{ kind: row.kind, provinceCode: row.province_code, communeCode: row.commune_code },
        sentOn: dayOf(row.settled_at),
      })),
  ]
}

/** What the official may do with an evaluation now; the page shows no other button. */
export interface EvaluationRights {
  advise: boolean
  close: boolean
  settle: boolean
  fallBack: boolean
  draft: boolean
}

export function rightsOf(official: OfficialScope, row: EvaluationDTO): EvaluationRights {
  const seat: Seat = row
  const prepares = mayAct(official, 'sitting:prepare', seat)
  return {
    advise: mayAct(official, 'advice:write', seat) && (row.state === 'received' || row.state === 'advising'),
    close: prepares && ['received', 'advising', 'ready'].includes(row.state),
    settle: prepares && row.state === 'scored',
    fallBack: prepares && row.state === 'forwarded_to_ministry',
    draft: mayAct(official, 'decision:draft', seat) && row.state === 'result' && row.drafted_in === null,
  }
}

/** The calendar day at +07 of a moment. */
function dayOf(moment: Date | string | null): string | null {
  return moment === null ? null : vietnamDay(new Date(moment))
}
