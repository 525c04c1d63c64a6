import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setPasswordStep } from '../../producer/steps/set-password'
import { changeInspectorStep, type InspectorChange } from '../steps/change-inspector'

export type ChangeInspectorInput = InspectorChange & { password?: string | undefined }

/** Changes an inspector, suspends or frees the account, or gives it a new password. Throws NOT_FOUND. Out: the id. */
export const changeInspectorWorkflow = createWorkflow('change-inspector', (input: ChangeInspectorInput) => {
  const email = changeInspectorStep(transform({ input }, ({ input: { password: _, ...rest } }) => rest))
  setPasswordStep(
    transform({ input, email }, (given) => ({ email: given.email, password: given.input.password ?? null })),
  )
  return new WorkflowResponse(transform({ input }, ({ input: { inspectorId } }) => inspectorId))
})
