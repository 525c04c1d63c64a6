import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { checkDeliveryStep, type DeliveryInput } from '../../checkout/steps/check-delivery'
import { keepAddressStep } from '../steps/keep-address'

export interface KeepAddressInput {
  customerId: string
  addressId: string | null
  isDefault: boolean
  delivery: DeliveryInput
}

/** Checks the places of an address and puts it into the customer's book. Throws ApiError that names the field. Out: its id. */
export const keepAddressWorkflow = createWorkflow('keep-customer-address', (input: KeepAddressInput) => {
  const checked = checkDeliveryStep(input.delivery)
  const kept = transform(
    { input, checked },
    ({ input: { customerId, addressId, isDefault }, checked: { address } }) => ({
      customerId,
      addressId,
      isDefault,
      address,
    }),
  )
  return new WorkflowResponse(keepAddressStep(kept))
})
