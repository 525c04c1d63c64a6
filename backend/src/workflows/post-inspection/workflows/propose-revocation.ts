import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { ProposalRow } from '../../../modules/post-inspection/service'
import type { NoticeDraft } from '../../../notices/notify'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type Doer, deed } from '../doer'
import { proposeRevocationStep } from '../steps/proposal'

export interface ProposeRevocationInput {
  row: ProposalRow
  /** Whose decision it is: the province of the chair, null for the minister. */
  deciderProvince: string | null
  by: Doer
}

/**
 * Proposes that a recognition be taken back and tells who drafts decisions. Throws ApiError 409 `not_concluded`,
 * `proposal_open`. Out: its id.
 */
export const proposeRevocationWorkflow = createWorkflow('propose-revocation', (input: ProposeRevocationInput) => {
  const id = proposeRevocationStep(transform({ input }, ({ input: { row } }) => row))
  notifyStep(
    transform({ input, id }, (given): NoticeDraft[] => [
      {
        audience: { provinceCode: given.input.deciderProvince, verb: 'decision:draft' },
        kind: 'revocation_proposed',
        subject: { type: 'revocation_proposal', id: given.id },
        params: { product: given.input.row.product_name, on: given.input.row.due_on },
        dedupeKey: `revocation-proposed:${given.id}`,
      },
    ]),
  )
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'revocation:propose', 'revocation_proposal', given.id, {
        recognition: given.input.row.recognition_id,
        ground: given.input.row.ground,
        dueOn: given.input.row.due_on,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
