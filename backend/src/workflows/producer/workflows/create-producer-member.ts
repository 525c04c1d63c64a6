import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setAuthAppMetadataStep } from '@medusajs/medusa/core-flows'
import type { MemberRole } from '../../../producers/member-verbs'
import { createMemberStep } from '../steps/create-member'
import { registerLoginStep } from '../steps/register-login'

export interface CreateProducerMemberInput {
  producerId: string
  name: string
  email: string
  /** 12 to 128 characters. */
  password: string
  phone?: string | null
  role: MemberRole
  /** A demo account, whose entries are flagged as illustrative. */
  sample?: boolean
}

/**
 * Makes an account for a person of a producer, to sign in with at `POST /auth/producer/emailpass`.
 * Throws NOT_FOUND for an unknown producer, and ApiError 409 when somebody has the address. Out: the member's id.
 */
export const createProducerMemberWorkflow = createWorkflow(
  'create-producer-member',
  (input: CreateProducerMemberInput) => {
    const login = transform({ input }, ({ input: given }) => ({
      email: given.email.trim().toLowerCase(),
      password: given.password,
    }))
    const authIdentityId = registerLoginStep(login)
    const member = transform({ input, login }, ({ input: given, login: { email } }) => ({
      producerId: given.producerId,
      name: given.name,
      email,
      phone: given.phone ?? null,
      role: given.role,
      sample: given.sample ?? false,
    }))
    const memberId = createMemberStep(member)
    setAuthAppMetadataStep({ authIdentityId, actorType: 'producer', value: memberId })
    return new WorkflowResponse(memberId)
  },
)
