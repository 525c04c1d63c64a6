import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DropDraftInput } from '../../../decisions/draft-input'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { changeDraftStep } from '../steps/change-draft'

/** Drops an open draft; it stays on record as dropped. Throws NOT_FOUND or ApiError 409 `draft_not_open`. */
export const dropDraftWorkflow = createWorkflow('drop-decision-draft', (input: DropDraftInput) => {
  const before = changeDraftStep(input)
  auditStep(
    transform(
      { input, before },
      ({ input: { by }, before: draft }): AuditDraft => ({
        actor: by,
        verb: 'decision:drop_draft',
        subject: { type: 'decision_draft', id: draft.id },
        place: { provinceCode: draft.province_code, communeCode: null },
        details: { kind: draft.kind },
      }),
    ),
  )
  return new WorkflowResponse(transform({ input }, ({ input: { draftId } }) => draftId))
})
