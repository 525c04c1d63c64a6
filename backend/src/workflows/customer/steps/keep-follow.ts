import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { CUSTOMER_ACCOUNT_MODULE } from '../../../modules/customer-account'
import type { CustomerAccountModuleService } from '../../../modules/customer-account/service'

/** As many as somebody reads notices about. */
const MOST_FOLLOWS = 200

export interface NewFollow {
  customerId: string
  type: 'product' | 'producer'
  subjectId: string
}

/** Follows a product or producer; doing it twice is once. The undo takes a new row away. Throws ApiError 409 `follow_too_many`. */
export const keepFollowStep = createStep(
  'keep-follow',
  async ({ customerId, type, subjectId }: NewFollow, { container }) => {
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    const row = { customer_id: customerId, subject_type: type, subject_id: subjectId }
    const known = async () => (await accounts.listCustomerFollows(row, { take: 1 }))[0]
    const before = await known()
    if (before) return new StepResponse(before.id, null)
    const [, count] = await accounts.listAndCountCustomerFollows({ customer_id: customerId }, { take: 1 })
    if (count >= MOST_FOLLOWS) throw new ApiError(409, 'follow_too_many')
    try {
      const { id } = await accounts.createCustomerFollows(row)
      return new StepResponse(id, id)
    } catch (error) {
      // Pressed twice at once.
      const first = await known()
      if (!first) throw error
      return new StepResponse(first.id, null)
    }
  },
  async (id, { container }) => {
    if (!id) return
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    await accounts.deleteCustomerFollows(id)
  },
)
