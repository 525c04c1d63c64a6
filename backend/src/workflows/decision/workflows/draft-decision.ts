import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DraftDecisionInput } from '../../../decisions/draft-input'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { saveDraftStep } from '../steps/save-draft'

/** Keeps a new draft of a decision. Out: its id. Throws ApiError 422 naming the rule and the row. */
export const draftDecisionWorkflow = createWorkflow('draft-decision', (input: DraftDecisionInput) => {
  const id = saveDraftStep(input)
  auditStep(
    transform(
      { input, id },
      ({ input: { by, post, content }, id: draftId }): AuditDraft => ({
        actor: by,
        verb: 'decision:draft',
        subject: { type: 'decision_draft', id: draftId },
        place: { provinceCode: post.provinceCode, communeCode: null },
        details: { kind: content.kind, rows: content.rows.length },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
