import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { inTransaction } from '../../../money/in-transaction'

/** Notes on an invitation who came of it. The last step: nothing after it can fail. */
export const noteInvitedMemberStep = createStep(
  'note-invited-member',
  async ({ id, memberId }: { id: string; memberId: string }, { container }) => {
    await inTransaction(container, (sql) =>
      sql.query('UPDATE member_invitation SET member_id = ?, updated_at = now() WHERE id = ?', [memberId, id]),
    )
    return new StepResponse(memberId)
  },
)
