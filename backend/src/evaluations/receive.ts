import type { MedusaRequest } from '@medusajs/framework/http'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { EvaluationDTO } from '../modules/evaluation/service'
import { officialOf } from '../officials/official-scope'
import type { AuditActor } from '../officials/record-audit'
import { rulesOn } from '../rules/rules-on'
import type { NewEvaluation } from '../workflows/evaluation/steps/receive-dossier'
import { actor, evaluationsOf } from './access'
import type { ReceiveBody } from './bodies'
import { dueDay } from './due-day'

interface DossierRow {
  id: string
  state: string
  kind: EvaluationDTO['kind']
  product_id: string
  product_name: string
  producer_id: string
  rubric_version: string
  set_no: number
  variant: string | null
  province_code: string
  commune_code: string
  sample: boolean
}

type Sent = Omit<NewEvaluation, 'round_id' | 'received_on' | 'due_on'>

/**
 * What a dossier becomes in a round, and who takes it in. Throws ApiError 404 for one of another place, 409 `dossier_not_passed_on` for
 * one that was not sent, 422 `round_not_here` for a round of another council.
 */
export async function arrivalRow(
  req: MedusaRequest,
  { dossierId, evaluationId, roundId }: ReceiveBody,
): Promise<{ row: NewEvaluation; by: AuditActor }> {
  const sent = dossierId === undefined ? await forwarded(req, evaluationId ?? '') : await passedOn(req, dossierId)
  const seat = { level: sent.level, province_code: sent.level === 'ministry' ? null : sent.province_code }
  const by = actor(req, 'sitting:prepare', seat)
  const [round] = await evaluationsOf(req.scope).listEvaluationRounds({ id: roundId }, { take: 1 })
  if (!round || round.level !== seat.level || round.province_code !== seat.province_code) {
    throw new ApiError(422, 'round_not_here', { field: 'roundId' })
  }
  const { day } = officialOf(req)
  const { windows } = await rulesOn(req.scope, day)
  const due = dueDay(sent.kind, day, round.meets_by, windows)
  return { row: { ...sent, round_id: roundId, received_on: day, due_on: due }, by }
}

async function passedOn(req: MedusaRequest, id: string): Promise<Sent> {
  const [dossier] = await graph<DossierRow>(req.scope, {
    entity: 'dossier',
    fields: ['*'],
    filters: { id },
  })
  if (!dossier) throw new ApiError(404, 'not_found')
  // Whose province it is comes first: what is outside does not exist.
  actor(req, 'sitting:prepare', { level: 'province', province_code: dossier.province_code })
  if (dossier.state !== 'passed_on') throw new ApiError(409, 'dossier_not_passed_on')
  const [producer] = await graph<{ name: string }>(req.scope, {
    entity: 'producer',
    fields: ['name'],
    filters: { id: dossier.producer_id },
  })
  const { id: _, state: __, ...facts } = dossier
  return {
    ...{ dossier_id: id, level: 'province', forwarded_from: null, producer_name: producer?.name ?? '' },
    ...{ province_code: facts.province_code, commune_code: facts.commune_code, kind: facts.kind },
    ...{ product_id: facts.product_id, product_name: facts.product_name, producer_id: facts.producer_id },
    ...{ rubric_version: facts.rubric_version, set_no: facts.set_no, variant: facts.variant, sample: facts.sample },
  }
}

async function forwarded(req: MedusaRequest, id: string): Promise<Sent> {
  actor(req, 'sitting:prepare', { level: 'ministry', province_code: null })
  const [row] = await evaluationsOf(req.scope).listEvaluations({ id, level: 'province' }, { take: 1 })
  if (!row) throw new ApiError(404, 'not_found')
  if (row.state !== 'forwarded_to_ministry') throw new ApiError(409, 'dossier_not_passed_on')
  return {
    ...{ dossier_id: row.dossier_id, level: 'ministry', forwarded_from: row.id, producer_name: row.producer_name },
    ...{ province_code: row.province_code, commune_code: row.commune_code, kind: row.kind },
    ...{ product_id: row.product_id, product_name: row.product_name, producer_id: row.producer_id },
    ...{ rubric_version: row.rubric_version, set_no: row.set_no, variant: row.variant, sample: row.sample },
  }
}
