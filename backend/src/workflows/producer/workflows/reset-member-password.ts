import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setPasswordStep } from '../steps/set-password'
import { spendMemberResetStep } from '../steps/spend-member-reset'

/** Gives the member who holds a link a new password, once, and ends their sessions. Throws ApiError 400 `reset_link`. */
export const resetMemberPasswordWorkflow = createWorkflow(
  'reset-member-password',
  (input: { token: string; password: string }) => {
    const email = spendMemberResetStep(transform({ input }, ({ input: { token } }) => ({ token })))
    setPasswordStep(transform({ input, email }, (given) => ({ email: given.email, password: given.input.password })))
    return new WorkflowResponse(email)
  },
)
