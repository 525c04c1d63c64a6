import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { exportCustomerStep } from '../steps/export-customer'

/** Everything personal of a customer, as JSON, and a note that it was given out. */
export const exportCustomerWorkflow = createWorkflow('export-customer', (input: { customerId: string }) => {
  return new WorkflowResponse(exportCustomerStep(input))
})
