import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'

/** Takes an address out of a customer's book, for good; of those left the oldest becomes the default. Throws ApiError 404 for another's. */
export const dropAddressStep = createStep(
  'drop-customer-address',
  async ({ customerId, addressId }: { customerId: string; addressId: string }, { container }) => {
    const customers = container.resolve(Modules.CUSTOMER)
    const book = await customers.listCustomerAddresses(
      { customer_id: customerId },
      { take: null, order: { created_at: 'ASC' } },
    )
    const gone = book.find(({ id }) => id === addressId)
    if (!gone) throw new ApiError(404, 'not_found')
    await customers.deleteCustomerAddresses([addressId])
    const next = gone.is_default_shipping ? book.find(({ id }) => id !== addressId) : undefined
    if (next) await customers.updateCustomerAddresses(next.id, { is_default_shipping: true })
    return new StepResponse(addressId)
  },
)
