import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { moveProposalStep } from '../steps/proposal'

export interface DropProposalInput {
  id: string
  note: string
  by: Doer
}

/** Withdraws a proposal that is not drafted, and says why. Throws ApiError 404, 409 `proposal_state`. Out: its id. */
export const dropProposalWorkflow = createWorkflow('drop-proposal', (input: DropProposalInput) => {
  const id = moveProposalStep(
    transform({ input }, ({ input: { id: proposal, note } }) => ({
      id: proposal,
      move: 'drop' as const,
      drop_note: note,
    })),
  )
  auditStep(
    transform({ input, id }, (given) => deed(given.input.by, 'revocation:drop', 'revocation_proposal', given.id)),
  )
  return new WorkflowResponse(id)
})
