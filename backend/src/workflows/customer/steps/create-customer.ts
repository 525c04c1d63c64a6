import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'

/** Makes a customer with an account; the undo takes the row away. Out: the customer's id. */
export const createCustomerStep = createStep(
  'create-customer-account',
  async ({ name, email }: { name: string; email: string }, { container }) => {
    const { id } = await container
      .resolve(Modules.CUSTOMER)
      .createCustomers({ first_name: name, email, has_account: true })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    await container.resolve(Modules.CUSTOMER).deleteCustomers([id])
  },
)
