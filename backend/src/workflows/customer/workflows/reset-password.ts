import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setPasswordStep } from '../../producer/steps/set-password'
import { keepResetStep, type NewReset } from '../steps/keep-reset'
import { spendResetStep } from '../steps/spend-reset'

/** Notes a link for a new password. Out: its id. */
export const askPasswordResetWorkflow = createWorkflow('ask-password-reset', (input: NewReset) => {
  return new WorkflowResponse(keepResetStep(input))
})

/** Gives the owner of a link a new password, once. Throws ApiError 400 `reset_link`. Out: the customer's e-mail. */
export const resetPasswordWorkflow = createWorkflow(
  'reset-customer-password',
  (input: { tokenHash: string; password: string }) => {
    const email = spendResetStep(transform({ input }, ({ input: { tokenHash } }) => ({ tokenHash })))
    setPasswordStep(transform({ input, email }, (given) => ({ email: given.email, password: given.input.password })))
    return new WorkflowResponse(email)
  },
)
