import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { dossierEnd, type EndedEvaluation, resultNotices } from '../../../evaluations/after-result'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { endDossierStep } from '../steps/end-dossier'
import { takeFallBackStep } from '../steps/take-fall-back'

export interface TakeFallBackInput {
  evaluation: EndedEvaluation
  version: number
  grant: boolean
  day: string
  by: AuditActor
}

/** The province grants 3 or 4 stars after the ministry, or does not (QĐ 26/2026 art. 7). Throws ApiError 409. Out: how it ended. */
export const takeFallBackWorkflow = createWorkflow('take-fall-back', (input: TakeFallBackInput) => {
  const settled = takeFallBackStep(
    transform({ input }, ({ input: { evaluation, version, grant, day, by } }) => ({
      ...{ evaluationId: evaluation.id, version, grant, day, by: by.id },
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
        verb: 'evaluation:fall_back',
        subject: { type: 'evaluation', id: evaluation.id },
        place: { provinceCode: evaluation.provinceCode, communeCode: evaluation.communeCode },
        details: { points, stars, outcome },
      }),
    ),
  )
  return new WorkflowResponse(settled)
})
