import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { freeMemberReset, spendMemberReset } from '../../../sellers/member-password'

/** Uses up a member's link for a new password; the undo frees it again. Throws as `spendMemberReset`. Out: the member's address. */
export const spendMemberResetStep = createStep(
  'use-member-password-reset',
  async ({ token }: { token: string }, { container }) => {
    const { id, email } = await spendMemberReset(container, token)
    return new StepResponse(email, id)
  },
  async (id, { container }) => {
    if (id) await freeMemberReset(container, id)
  },
)
