import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { Place } from '../../../officials/official-scope'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { openSittingStep } from '../steps/open-sitting'

/** Opens a sitting. Throws ApiError 409 `evaluation_changed`. Out: its id. */
export const openSittingWorkflow = createWorkflow(
  'open-sitting',
  (input: { sittingId: string; version: number; place: Place; by: AuditActor }) => {
    const id = openSittingStep(transform({ input }, ({ input: { sittingId, version } }) => ({ sittingId, version })))
    auditStep(
      transform(
        { input, id },
        ({ input: { place, by }, id: sittingId }): AuditDraft => ({
          actor: by,
          verb: 'sitting:open',
          subject: { type: 'sitting', id: sittingId },
          place,
        }),
      ),
    )
    return new WorkflowResponse(id)
  },
)
