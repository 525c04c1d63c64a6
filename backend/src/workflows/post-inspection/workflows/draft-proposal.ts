import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DraftDecisionInput } from '../../../decisions/draft-input'
import { draftDecisionWorkflow } from '../../decision/workflows/draft-decision'
import { moveProposalStep } from '../steps/proposal'

export interface DraftProposalInput {
  proposalId: string
  draft: DraftDecisionInput
}

/**
 * Makes the draft of a decision from a proposal; another person signs it. Throws what `draftDecisionWorkflow` throws, ApiError 409
 * `proposal_state`. Out: the draft's id.
 */
export const draftProposalWorkflow = createWorkflow('draft-proposal', (input: DraftProposalInput) => {
  const draftId = draftDecisionWorkflow.runAsStep({ input: transform({ input }, ({ input: { draft } }) => draft) })
  moveProposalStep(
    transform({ input, draftId }, (given) => ({
      id: given.input.proposalId,
      move: 'draft' as const,
      draft_id: given.draftId,
    })),
  )
  return new WorkflowResponse(draftId)
})
