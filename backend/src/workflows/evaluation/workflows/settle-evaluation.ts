import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { dossierEnd, type EndedEvaluation, resultNotices } from '../../../evaluations/after-result'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { endDossierStep } from '../steps/end-dossier'
import { settleEvaluationStep } from '../steps/settle-evaluation'

export interface SettleWorkflowInput {
  evaluation: EndedEvaluation
  version: number
  /** Day whose rules of competence hold: of the sitting. */
  day: string
  by: AuditActor
}

/**
 * Makes a result of what the council scored, or sends it to the ministry, and tells producer and commune.
 * Throws ApiError 409 `rescore_needed`, `written_disagreement`, `evaluation_changed`. Out: how it ended.
 */
export const settleEvaluationWorkflow = createWorkflow('settle-evaluation', (input: SettleWorkflowInput) => {
  const settled = settleEvaluationStep(
    transform({ input }, ({ input: { evaluation, version, day, by } }) => ({
      ...{ evaluationId: evaluation.id, level: evaluation.level, version, day, by: by.id },
    })),
  )
  endDossierStep(
    transform({ input, settled }, (given) => dossierEnd(given.input.evaluation, given.settled, given.input.by)),
  )
  notifyStep(transform({ input, settled }, (given) => resultNotices(given.input.evaluation, given.settled)))
  auditStep(
    transform(
      { input, settled },
      ({ input: { evaluation, by }, settled: { points, stars, outcome } }): AuditDraft => ({
        actor: by,
        verb: 'evaluation:settle',
        subject: { type: 'evaluation', id: evaluation.id },
        place: { provinceCode: evaluation.provinceCode, communeCode: evaluation.communeCode },
        details: { points, stars, outcome },
      }),
    ),
  )
  return new WorkflowResponse(settled)
})
