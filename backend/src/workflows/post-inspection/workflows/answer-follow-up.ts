import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type Doer, deed } from '../doer'
import { type AnswerRow, answerFollowUpStep } from '../steps/follow-up'

export interface AnswerFollowUpInput {
  answer: AnswerRow
  inspectionId: string
  productName: string
  /** Who has to look at it: the ministry's post for what the ministry inspects. */
  provinceCode: string | null
  by: Doer
}

/** The holder says what was mended; who inspected is told. Throws ApiError 404, 409 `follow_up_state`. Out: the follow-up's id. */
export const answerFollowUpWorkflow = createWorkflow('answer-follow-up', (input: AnswerFollowUpInput) => {
  const id = answerFollowUpStep(transform({ input }, ({ input: { answer } }) => answer))
  notifyStep(
    transform({ input }, ({ input: { answer, inspectionId, productName, provinceCode } }): NoticeDraft[] => [
      {
        audience: { provinceCode, verb: 'post_inspection:record' },
        kind: 'follow_up_answered',
        subject: { type: 'post_inspection', id: inspectionId },
        params: { product: productName },
        dedupeKey: `follow-up-answered:${answer.id}:${answer.at}`,
      },
    ]),
  )
  auditStep(
    transform({ input }, (given) =>
      deed(given.input.by, 'follow_up:answer', 'post_inspection', given.input.inspectionId, {
        followUp: given.input.answer.id,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
