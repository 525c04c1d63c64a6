import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { CUSTOMER_ACCOUNT_MODULE } from '../../../modules/customer-account'
import type { CustomerAccountModuleService } from '../../../modules/customer-account/service'

export interface NewReset {
  customerId: string
  tokenHash: string
  /** UTC, ISO 8601. */
  expiresAt: string
}

/** Notes a link for a new password; the undo takes it away. Out: its id. */
export const keepResetStep = createStep(
  'keep-password-reset',
  async ({ customerId, tokenHash, expiresAt }: NewReset, { container }) => {
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    const { id } = await accounts.createPasswordResets({
      customer_id: customerId,
      token_hash: tokenHash,
      expires_at: new Date(expiresAt),
    })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    await accounts.deletePasswordResets(id)
  },
)
