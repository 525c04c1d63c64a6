import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type Doer, deed } from '../doer'
import { moveProposalStep } from '../steps/proposal'

export interface SettleProposalInput {
  id: string
  /** The decision that took the recognition back; null when the draft was thrown away and the proposal stands again. */
  decision: { number: string; date: string } | null
  producerId: string | null
  productName: string
  by: Doer
}

/** What became of a proposal; holder and commune are told of a decision. Throws ApiError 404, 409 `proposal_state`. Out: its id. */
export const settleProposalWorkflow = createWorkflow('settle-proposal', (input: SettleProposalInput) => {
  const id = moveProposalStep(
    transform({ input }, ({ input: { id: proposal, decision } }) =>
      decision === null
        ? { id: proposal, move: 'take_back' as const, draft_id: null }
        : { id: proposal, move: 'decide' as const, decision_number: decision.number, decided_on: decision.date },
    ),
  )
  notifyStep(transform({ input }, ({ input: given }) => noticesOf(given)))
  auditStep(
    transform({ input, id }, (given) =>
      deed(
        given.input.by,
        given.input.decision === null ? 'revocation:take_back' : 'revocation:decide',
        'revocation_proposal',
        given.id,
        { decisionNumber: given.input.decision?.number ?? null },
      ),
    ),
  )
  return new WorkflowResponse(id)
})

function noticesOf({ id, decision, producerId, productName, by }: SettleProposalInput): NoticeDraft[] {
  if (decision === null) return []
  const { provinceCode, communeCode } = by.place
  const notice = {
    kind: 'revocation_decided' as const,
    subject: { type: 'revocation_proposal', id },
    params: { product: productName, number: decision.number, on: decision.date },
    dedupeKey: `revocation-decided:${id}`,
  }
  const audiences: NoticeDraft['audience'][] = [
    ...(producerId === null ? [] : [{ producerId }]),
    ...(communeCode === null ? [] : [{ provinceCode, communeCode, verb: 'register:read' as const }]),
  ]
  return audiences.map((audience) => ({ ...notice, audience }))
}
