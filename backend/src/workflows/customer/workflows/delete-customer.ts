import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { deleteCustomerStep } from '../steps/delete-customer'

/** Deletes a customer's data but what the law keeps. Out: rows deleted or emptied, by table. */
export const deleteCustomerWorkflow = createWorkflow(
  'delete-customer',
  (input: { customerId: string; requestId: string }) => {
    return new WorkflowResponse(deleteCustomerStep(input))
  },
)
