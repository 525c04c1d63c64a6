import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { changeMemberStep, type MemberChange } from '../steps/change-member'
import { setPasswordStep } from '../steps/set-password'

export type ChangeProducerMemberInput = MemberChange & { password?: string | undefined }

/** Changes a member, suspends or frees the account, or gives it a new password. Throws NOT_FOUND. Out: the member's id. */
export const changeProducerMemberWorkflow = createWorkflow(
  'change-producer-member',
  (input: ChangeProducerMemberInput) => {
    const change = transform({ input }, ({ input: { password: _, ...rest } }) => rest)
    const email = changeMemberStep(change)
    setPasswordStep(
      transform({ input, email }, (given) => ({
        email: given.email,
        password: given.input.password ?? null,
      })),
    )
    return new WorkflowResponse(transform({ input }, ({ input: { memberId } }) => memberId))
  },
)
