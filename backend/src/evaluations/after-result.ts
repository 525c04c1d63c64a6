import type { EvaluationDTO, Settled } from '../modules/evaluation/service'
import type { NoticeDraft } from '../notices/notify'
import type { AuditActor } from '../officials/record-audit'
import type { EndDossierInput } from '../workflows/evaluation/steps/end-dossier'

/** What is told of an evaluation that ends. */
export interface EndedEvaluation {
  id: string
  dossierId: string
  level: 'province' | 'ministry'
  productName: string
  producerId: string
  provinceCode: string
  communeCode: string
}

export function toEnded(row: EvaluationDTO): EndedEvaluation {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    level: row.level,
    productName: row.product_name,
    producerId: row.producer_id,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
  }
}

/**
 * What becomes of the dossier: with 3 stars and more it waits for a decision, without it has its final answer; one that goes on to the
 * ministry, or comes back from there, stays with the councils.
 */
export function dossierEnd(evaluation: EndedEvaluation, settled: Settled, by: AuditActor): EndDossierInput {
  const { points, stars, outcome } = settled
  return {
    dossierId: evaluation.dossierId,
    to: dossierStateAfter(outcome),
    actor: { type: 'official', id: by.id, name: by.name },
    detail: { points, stars, outcome, evaluation: evaluation.id },
  }
}

function dossierStateAfter(outcome: string): EndDossierInput['to'] {
  switch (outcome) {
    case 'certified':
    case 'fall_back_granted':
      return 'evaluated'
    case 'no_certificate':
    case 'fall_back_declined':
      return 'decided'
    default:
      return null
  }
}

/** The result in writing to producer and commune (QĐ 26/2026 art. 7); what fell short at the ministry is first the province's matter. */
export function resultNotices(evaluation: EndedEvaluation, settled: Settled): NoticeDraft[] {
  const { id, dossierId, productName, producerId, provinceCode, communeCode } = evaluation
  const { points, stars, outcome } = settled
  const news = {
    kind: 'evaluation_result' as const,
    subject: { type: 'dossier', id: dossierId },
    params: { product: productName, points: points ?? 0, stars: stars ?? 0, outcome },
    dedupeKey: `${id}:${outcome}`,
  }
  if (outcome === 'fell_short') {
    return [{ ...news, audience: { provinceCode, verb: 'sitting:prepare' } }]
  }
  return [
    { ...news, audience: { producerId } },
    { ...news, audience: { provinceCode, communeCode, verb: 'dossier:pass_on' } },
  ]
}

export function closedNotices(evaluation: EndedEvaluation, reason: string): NoticeDraft[] {
  const { id, dossierId, productName, producerId, provinceCode, communeCode } = evaluation
  const news = {
    kind: 'evaluation_closed' as const,
    subject: { type: 'dossier', id: dossierId },
    params: { product: productName, reason },
    dedupeKey: id,
  }
  return [
    { ...news, audience: { producerId } },
    { ...news, audience: { provinceCode, communeCode, verb: 'dossier:pass_on' } },
  ]
}
