import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import type { PaymentMethod } from '../../../modules/order-group/states'
import { cancelByBuyer } from '../../../order-groups/cancel-orders'
import { changeMethod } from '../../../order-groups/change-method'

/** The buyer cancels; one transaction, and nothing comes after it that could fail. Throws as `cancelByBuyer`. */
export const cancelByBuyerStep = createStep(
  'cancel-by-buyer',
  async (input: { groupId: string; orderId: string | null; reason: string }, { container }) => {
    await cancelByBuyer(container, input.groupId, input.orderId, input.reason)
    return new StepResponse(input.groupId)
  },
)

/** Changes how a group is paid; one transaction, as above. Throws as `changeMethod`. */
export const changeMethodStep = createStep(
  'change-method',
  async (input: { groupId: string; method: PaymentMethod }, { container }) => {
    await changeMethod(container, input.groupId, input.method)
    return new StepResponse(input.groupId)
  },
)
