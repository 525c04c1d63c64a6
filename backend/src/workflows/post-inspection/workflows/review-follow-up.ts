import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type Doer, deed } from '../doer'
import { type ReviewRow, reviewFollowUpStep } from '../steps/follow-up'

export interface ReviewFollowUpInput {
  review: ReviewRow
  producerId: string | null
  productName: string
  dueOn: string
  by: Doer
}

/** Takes or refuses the holder's answer and tells them. Throws ApiError 404, 409 `follow_up_state`. Out: the inspection's id. */
export const reviewFollowUpWorkflow = createWorkflow('review-follow-up', (input: ReviewFollowUpInput) => {
  const inspectionId = reviewFollowUpStep(transform({ input }, ({ input: { review } }) => review))
  notifyStep(transform({ input, inspectionId }, (given) => noticesOf(given.input, given.inspectionId)))
  auditStep(
    transform({ input, inspectionId }, (given) =>
      deed(given.input.by, 'follow_up:review', 'post_inspection', given.inspectionId, {
        followUp: given.input.review.id,
        verdict: given.input.review.verdict,
      }),
    ),
  )
  return new WorkflowResponse(inspectionId)
})

function noticesOf(
  { review, producerId, productName, dueOn }: ReviewFollowUpInput,
  inspectionId: string,
): NoticeDraft[] {
  if (producerId === null) return []
  return [
    {
      audience: { producerId },
      kind: review.verdict === 'accepted' ? 'follow_up_accepted' : 'follow_up_refused',
      subject: { type: 'post_inspection', id: inspectionId },
      params: { product: productName, on: review.due_on ?? dueOn },
      dedupeKey: `follow-up-reviewed:${review.id}:${review.at}`,
    },
  ]
}
