import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'

export interface CustomerChange {
  customerId: string
  name: string
  phone: string | null
}

/** Changes a customer's name and phone; the undo puts back what was. */
export const changeCustomerStep = createStep(
  'change-customer-account',
  async ({ customerId, name, phone }: CustomerChange, { container }) => {
    const customers = container.resolve(Modules.CUSTOMER)
    const before = await customers.retrieveCustomer(customerId)
    await customers.updateCustomers(customerId, { first_name: name, last_name: null, phone })
    const { first_name, last_name, phone: phoneBefore } = before
    return new StepResponse(customerId, { customerId, first_name, last_name, phone: phoneBefore })
  },
  async (before, { container }) => {
    if (!before) return
    const { customerId, ...row } = before
    await container.resolve(Modules.CUSTOMER).updateCustomers(customerId, row)
  },
)
