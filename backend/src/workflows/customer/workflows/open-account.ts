import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setAuthAppMetadataStep } from '@medusajs/medusa/core-flows'
import type { ConsentPurpose } from '../../../modules/customer-account/purposes'
import { registerLoginStep } from '../../producer/steps/register-login'
import { createCustomerStep } from '../steps/create-customer'
import { keepConsentsStep } from '../steps/keep-consents'

export interface OpenAccountInput {
  name: string
  email: string
  /** 10 to 128 characters. */
  password: string
  consents: { purpose: ConsentPurpose; given: boolean }[]
}

/**
 * Opens a buyer's account, to sign in with at `POST /auth/customer/emailpass`, and notes what they agreed to.
 * Throws ApiError 409 `email_taken` when somebody has the address. Out: the customer's id.
 */
export const openAccountWorkflow = createWorkflow('open-customer-account', (input: OpenAccountInput) => {
  const login = transform({ input }, ({ input: given }) => ({
    email: given.email.trim().toLowerCase(),
    password: given.password,
  }))
  const authIdentityId = registerLoginStep(login)
  const customerId = createCustomerStep(
    transform({ input, login }, ({ input: { name }, login: { email } }) => ({ name, email })),
  )
  setAuthAppMetadataStep({ authIdentityId, actorType: 'customer', value: customerId })
  keepConsentsStep(
    transform({ input, customerId }, (given) => ({
      subject: { type: 'customer' as const, id: given.customerId },
      source: 'register' as const,
      consents: given.input.consents,
    })),
  )
  return new WorkflowResponse(customerId)
})
