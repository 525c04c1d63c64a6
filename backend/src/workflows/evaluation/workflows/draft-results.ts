import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DraftDecisionInput } from '../../../decisions/draft-input'
import { draftDecisionWorkflow } from '../../decision/workflows/draft-decision'
import { noteDraftStep } from '../steps/note-draft'

export interface DraftResultsInput {
  draft: DraftDecisionInput
  evaluationIds: string[]
  /** Drafts that were dropped: what stood in them may be drafted again. */
  dropped: string[]
}

/**
 * Puts results into a draft decision and notes it with them. Of two officials at once one gets ApiError 409 `evaluation_changed`. Throws
 * what `checkDraft` throws. Out: the draft's id.
 */
export const draftResultsWorkflow = createWorkflow('draft-results', (input: DraftResultsInput) => {
  const decisionId = draftDecisionWorkflow.runAsStep({ input: transform({ input }, (given) => given.input.draft) })
  noteDraftStep(
    transform({ input, decisionId }, ({ input: { evaluationIds, dropped }, decisionId: id }) => ({
      ...{ evaluationIds, dropped, decisionId: id },
    })),
  )
  return new WorkflowResponse(decisionId)
})
