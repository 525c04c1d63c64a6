import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { CUSTOMER_ACCOUNT_MODULE } from '../../../modules/customer-account'
import type { CustomerAccountModuleService } from '../../../modules/customer-account/service'

/** Stops following; the undo follows again. Throws ApiError 404 for somebody else's. */
export const dropFollowStep = createStep(
  'drop-follow',
  async ({ customerId, followId }: { customerId: string; followId: string }, { container }) => {
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    const [row] = await accounts.listCustomerFollows({ id: followId, customer_id: customerId }, { take: 1 })
    if (!row) throw new ApiError(404, 'not_found')
    await accounts.deleteCustomerFollows(row.id)
    const { id, customer_id, subject_type, subject_id } = row
    return new StepResponse(id, { id, customer_id, subject_type, subject_id })
  },
  async (row, { container }) => {
    if (!row) return
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    await accounts.createCustomerFollows(row)
  },
)
