import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { eraseCustomer } from '../../../customers/erase-customer'

/** Deletes a customer's data in one transaction, keeping what the law keeps. Cannot be undone: it is the last step. Out: rows by table. */
export const deleteCustomerStep = createStep(
  'delete-customer-data',
  async ({ customerId, requestId }: { customerId: string; requestId: string }, { container }) => {
    return new StepResponse(await eraseCustomer(container, customerId, requestId))
  },
)
