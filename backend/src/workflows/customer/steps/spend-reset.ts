import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { inTransaction } from '../../../money/in-transaction'

/**
 * Uses up a link for a new password: of two who come at once one passes. The undo frees it again, so that a failure later is no loss.
 * Throws ApiError 400 `reset_link` for one that is unknown, used or over. Out: the customer's e-mail.
 */
export const spendResetStep = createStep(
  'use-password-reset',
  async ({ tokenHash }: { tokenHash: string }, { container }) => {
    const used = await inTransaction(container, async (sql) => {
      const [row] = await sql.query<{ id: string; customer_id: string }>(
        `UPDATE password_reset SET used_at = now(), updated_at = now()
         WHERE token_hash = ? AND used_at IS NULL AND expires_at > now() AND deleted_at IS NULL RETURNING id, customer_id`,
        [tokenHash],
      )
      return row ?? null
    })
    if (!used) throw new ApiError(400, 'reset_link', { field: 'token' })
    const [customer] = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: used.customer_id, has_account: true }, { take: 1 })
    if (!customer?.email) throw new ApiError(400, 'reset_link', { field: 'token' })
    return new StepResponse(customer.email, used.id)
  },
  async (id, { container }) => {
    if (!id) return
    await inTransaction(container, (sql) => sql.query('UPDATE password_reset SET used_at = NULL WHERE id = ?', [id]))
  },
)
