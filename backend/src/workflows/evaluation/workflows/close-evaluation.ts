import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { closedNotices, type EndedEvaluation } from '../../../evaluations/after-result'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { closeEvaluationStep } from '../steps/close-evaluation'
import { endDossierStep } from '../steps/end-dossier'

export interface CloseEvaluationInput {
  evaluation: EndedEvaluation
  version: number
  reason: string
  by: AuditActor
}

/** Ends an evaluation before its council, with a reason; the province's ends the dossier. Throws ApiError 409. Out: its id. */
export const closeEvaluationWorkflow = createWorkflow('close-evaluation', (input: CloseEvaluationInput) => {
  const id = closeEvaluationStep(
    transform({ input }, ({ input: { evaluation, version, reason, by } }) => ({
      ...{ evaluationId: evaluation.id, version, reason, by: by.id },
    })),
  )
  endDossierStep(
    transform({ input }, ({ input: { evaluation, reason, by } }) => ({
      dossierId: evaluation.dossierId,
      to: evaluation.level === 'province' ? ('refused' as const) : null,
      actor: { type: 'official' as const, id: by.id, name: by.name },
      detail: { reason },
    })),
  )
  notifyStep(transform({ input }, ({ input: { evaluation, reason } }) => closedNotices(evaluation, reason)))
  auditStep(
    transform(
      { input, id },
      ({ input: { evaluation, reason, by }, id: evaluationId }): AuditDraft => ({
        actor: by,
        verb: 'evaluation:close',
        subject: { type: 'evaluation', id: evaluationId },
        place: { provinceCode: evaluation.provinceCode, communeCode: evaluation.communeCode },
        details: { reason },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
