import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { inTransaction } from '../../../money/in-transaction'
import { lockOpenInvitation } from '../../../sellers/invitations'

/** Uses an invitation up, so that of two who open its link at once one gets in; the undo opens it again. Throws ApiError 410. */
export const claimInvitationStep = createStep(
  'claim-member-invitation',
  async (id: string, { container }) => {
    const invitation = await inTransaction(container, async (sql) => {
      const row = await lockOpenInvitation(sql, id)
      await sql.query(
        `UPDATE member_invitation SET state = 'accepted', accepted_at = now(), updated_at = now() WHERE id = ?`,
        [id],
      )
      return row
    })
    const { producer_id: producerId, role, sample } = invitation
    return new StepResponse({ producerId, role, sample }, id)
  },
  async (id, { container }) => {
    if (!id) return
    await inTransaction(container, (sql) =>
      sql.query(
        `UPDATE member_invitation SET state = 'open', accepted_at = NULL, updated_at = now() WHERE id = ? AND member_id IS NULL`,
        [id],
      ),
    )
  },
)
