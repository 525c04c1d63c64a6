import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { dropAddressStep } from '../steps/drop-address'

/** Takes an address out of a customer's book. Out: its id. */
export const dropAddressWorkflow = createWorkflow(
  'drop-customer-address',
  (input: { customerId: string; addressId: string }) => {
    return new WorkflowResponse(dropAddressStep(input))
  },
)
