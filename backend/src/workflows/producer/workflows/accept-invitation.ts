import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setAuthAppMetadataStep } from '@medusajs/medusa/core-flows'
import { claimInvitationStep } from '../steps/claim-invitation'
import { createMemberStep } from '../steps/create-member'
import { noteInvitedMemberStep } from '../steps/note-invited-member'
import { registerLoginStep } from '../steps/register-login'

export interface AcceptInvitationInput {
  invitationId: string
  name: string
  email: string
  /** 12 to 128 characters. */
  password: string
}

/**
 * Makes the account an invitation was for, once. Throws ApiError 410 `invitation_used`, 409 `email_taken`; nothing is kept then and
 * the invitation stays open. Out: the member's id.
 */
export const acceptInvitationWorkflow = createWorkflow('accept-member-invitation', (input: AcceptInvitationInput) => {
  const invitation = claimInvitationStep(transform({ input }, ({ input: { invitationId } }) => invitationId))
  const login = transform({ input }, ({ input: { email, password } }) => ({ email, password }))
  const authIdentityId = registerLoginStep(login)
  const member = transform({ input, invitation }, ({ input: { name, email }, invitation: invited }) => ({
    ...invited,
    name,
    email,
    phone: null,
  }))
  const memberId = createMemberStep(member)
  setAuthAppMetadataStep({ authIdentityId, actorType: 'producer', value: memberId })
  const noted = transform({ input, memberId }, (given) => ({ id: given.input.invitationId, memberId: given.memberId }))
  return new WorkflowResponse(noteInvitedMemberStep(noted))
})
