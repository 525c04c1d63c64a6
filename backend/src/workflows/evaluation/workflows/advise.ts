import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { Place } from '../../../officials/official-scope'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { type AdviseInput, adviseStep } from '../steps/advise'

/** Keeps the advisory group's findings, or hands them in. Throws ApiError 409 `evaluation_changed`. Out: the evaluation's id. */
export const adviseWorkflow = createWorkflow(
  'advise',
  (input: { advice: AdviseInput; place: Place; by: AuditActor }) => {
    const id = adviseStep(transform({ input }, (given) => given.input.advice))
    auditStep(
      transform(
        { input, id },
        ({ input: { advice, place, by }, id: evaluationId }): AuditDraft => ({
          actor: by,
          verb: 'advice:write',
          subject: { type: 'evaluation', id: evaluationId },
          place,
          details: { handedIn: advice.handIn },
        }),
      ),
    )
    return new WorkflowResponse(id)
  },
)
