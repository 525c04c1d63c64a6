import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type CustomerChange, changeCustomerStep } from '../steps/change-customer'

/** Changes a customer's name and phone. Out: their id. */
export const changeCustomerWorkflow = createWorkflow('change-customer-account', (input: CustomerChange) => {
  return new WorkflowResponse(changeCustomerStep(input))
})
