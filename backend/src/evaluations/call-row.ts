import type { MedusaRequest } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { type OfficialScope, officialOf } from '../officials/official-scope'
import type { CallSittingWorkflowInput } from '../workflows/evaluation/workflows/call-sitting'
import { actor, evaluationsOf, mayAct } from './access'
import type { SittingBody } from './bodies'
import { type CouncilView, type EvaluationLine, type RoundView, toEvaluationLine } from './evaluation-view'
import { readableFilter } from './read-evaluations'
import { listRounds } from './read-rounds'
import { listCouncils } from './read-sittings'

/** What a new sitting can be made of; null for who may not call one. */
export interface SittingParts {
  councils: CouncilView[]
  rounds: RoundView[]
  ready: EvaluationLine[]
}

export async function readySittingParts(
  container: MedusaContainer,
  official: OfficialScope,
): Promise<SittingParts | null> {
  const [councils, rounds, ready] = await Promise.all([
    listCouncils(container, official),
    listRounds(container, official, Number(official.day.slice(0, 4))),
    evaluationsOf(container).listEvaluations(
      { ...readableFilter(official), state: 'ready' },
      { take: null, order: { due_on: 'ASC', id: 'ASC' } },
    ),
  ])
  const theirs = <Row extends { level: 'province' | 'ministry'; provinceCode: string | null }>(rows: readonly Row[]) =>
    rows.filter((row) => mayAct(official, 'sitting:prepare', { level: row.level, province_code: row.provinceCode }))
  const parts = {
    councils: theirs(councils),
    rounds: theirs(rounds),
    ready: theirs(ready.map((row) => toEvaluationLine(row, official.day))),
  }
  return official.posts.some(({ role }) => role === 'council_secretary') || parts.councils.length > 0 ? parts : null
}

/**
 * What a sitting becomes, and who calls it. Throws ApiError 404 for a council of another place, 422 `round_not_here` for a round or a
 * dossier of another one, and `written_only_renewal` for a written sitting over first dossiers.
 */
export async function callRow(req: MedusaRequest, body: SittingBody): Promise<{ input: CallSittingWorkflowInput }> {
  const service = evaluationsOf(req.scope)
  const [[council], [round], evaluations, members] = await Promise.all([
    service.listCouncils({ id: body.councilId }, { take: 1 }),
    service.listEvaluationRounds({ id: body.roundId }, { take: 1 }),
    service.listEvaluations({ id: body.agenda.map(({ evaluationId }) => evaluationId) }, { take: null }),
    service.listCouncilMembers({ council_id: body.councilId }, { take: null }),
  ])
  if (!council) throw new ApiError(404, 'not_found')
  const by = actor(req, 'sitting:prepare', council)
  const here = (row: { level: string; province_code: string | null }) =>
    row.level === council.level && (council.level === 'ministry' || row.province_code === council.province_code)
  if (!round || !here(round)) throw new ApiError(422, 'round_not_here', { field: 'roundId' })
  if (evaluations.length !== body.agenda.length || !evaluations.every(here)) throw new ApiError(404, 'not_found')
  if (body.mode === 'written_opinion' && evaluations.some(({ kind }) => kind !== 'renewal')) {
    throw new ApiError(422, 'written_only_renewal', { field: 'mode' })
  }
  const official = officialOf(req)
  return {
    input: {
      row: {
        ...{ council_id: council.id, round_id: round.id, level: council.level, province_code: council.province_code },
        ...{ day: body.day, place: body.place, mode: body.mode },
        ...{ called_by: official.officialId, sample: official.sample },
      },
      agenda: body.agenda,
      officials: members.map(({ official_id }) => official_id),
      by,
    },
  }
}
