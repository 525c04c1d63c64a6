import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { dropFollowStep } from '../steps/drop-follow'
import { keepFollowStep, type NewFollow } from '../steps/keep-follow'

/** Follows a product or producer. Out: the follow's id. */
export const followWorkflow = createWorkflow('follow', (input: NewFollow) => {
  return new WorkflowResponse(keepFollowStep(input))
})

/** Stops following. Out: the follow's id. */
export const unfollowWorkflow = createWorkflow('unfollow', (input: { customerId: string; followId: string }) => {
  return new WorkflowResponse(dropFollowStep(input))
})
