import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setAuthAppMetadataStep } from '@medusajs/medusa/core-flows'
import { registerLoginStep } from '../../producer/steps/register-login'
import { createInspectorStep } from '../steps/create-inspector'

export interface CreateInspectorInput {
  name: string
  email: string
  /** 12 to 128 characters. */
  password: string
  agency: string
  /** Two digits each. */
  provinceCodes: string[]
  /** A demo account, whose records are flagged as illustrative. */
  sample?: boolean
}

/**
 * Makes an account for an inspector, to sign in with at `POST /auth/inspector/emailpass`.
 * Throws ApiError 409 when somebody has the address. Out: the inspector's id.
 */
export const createInspectorWorkflow = createWorkflow('create-inspector', (input: CreateInspectorInput) => {
  const login = transform({ input }, ({ input: given }) => ({
    email: given.email.trim().toLowerCase(),
    password: given.password,
  }))
  const authIdentityId = registerLoginStep(login)
  const inspector = transform({ input, login }, ({ input: given, login: { email } }) => ({
    name: given.name,
    email,
    agency: given.agency,
    provinceCodes: given.provinceCodes,
    sample: given.sample ?? false,
  }))
  const inspectorId = createInspectorStep(inspector)
  setAuthAppMetadataStep({ authIdentityId, actorType: 'inspector', value: inspectorId })
  return new WorkflowResponse(inspectorId)
})
