import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { ChangeDraftInput } from '../../../decisions/draft-input'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { changeDraftStep } from '../steps/change-draft'

/** Writes an open draft anew. Out: its id. Throws NOT_FOUND, ApiError 409 `draft_not_open`, 422 naming the rule and the row. */
export const changeDraftWorkflow = createWorkflow('change-decision-draft', (input: ChangeDraftInput) => {
  const before = changeDraftStep(input)
  auditStep(
    transform(
      { input, before },
      ({ input: { by, content }, before: draft }): AuditDraft => ({
        actor: by,
        verb: 'decision:change_draft',
        subject: { type: 'decision_draft', id: draft.id },
        place: { provinceCode: draft.province_code, communeCode: null },
        details: { kind: draft.kind, rows: content.rows.length },
      }),
    ),
  )
  return new WorkflowResponse(transform({ input }, ({ input: { draftId } }) => draftId))
})
