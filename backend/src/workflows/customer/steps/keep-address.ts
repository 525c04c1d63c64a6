import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import type { toAddress } from '../../../checkout/delivery'
import { ApiError } from '../../../http/api-error'

/** As many as a person keeps apart in a list. */
const MOST_ADDRESSES = 20

export interface KeptAddress {
  customerId: string
  /** Null for a new one. */
  addressId: string | null
  isDefault: boolean
  address: ReturnType<typeof toAddress>
}

/**
 * Adds an address to a customer's book, or changes one; a default one takes the mark from the others. The undo puts the book back.
 * Throws ApiError 404 for an address of somebody else and 409 `address_too_many`. Out: the address's id.
 */
export const keepAddressStep = createStep(
  'keep-customer-address',
  async ({ customerId, addressId, isDefault, address }: KeptAddress, { container }) => {
    const customers = container.resolve(Modules.CUSTOMER)
    const book = await customers.listCustomerAddresses({ customer_id: customerId }, { take: null })
    const before = addressId === null ? null : book.find(({ id }) => id === addressId)
    if (before === undefined) throw new ApiError(404, 'not_found')
    if (addressId === null && book.length >= MOST_ADDRESSES) throw new ApiError(409, 'address_too_many')
    const marked = book.filter((each) => each.is_default_shipping && each.id !== addressId).map(({ id }) => id)
    // One is always the default: the only one there is.
    const defaultNow = isDefault || marked.length === 0
    if (defaultNow && marked.length > 0) await customers.updateCustomerAddresses(marked, { is_default_shipping: false })
    const row = { ...address, is_default_shipping: defaultNow }
    if (addressId !== null) {
      await customers.updateCustomerAddresses(addressId, row)
      return new StepResponse<string, Undo>(addressId, { marked, made: null, before: before ? pick(before) : null })
    }
    const made = await customers.createCustomerAddresses({ ...row, customer_id: customerId })
    return new StepResponse<string, Undo>(made.id, { marked, made: made.id, before: null })
  },
  async (done, { container }) => {
    if (!done) return
    const customers = container.resolve(Modules.CUSTOMER)
    if (done.made) await customers.deleteCustomerAddresses([done.made])
    if (done.before) await customers.updateCustomerAddresses(done.before.id, done.before.row)
    if (done.marked.length > 0) await customers.updateCustomerAddresses(done.marked, { is_default_shipping: true })
  },
)

interface Undo {
  marked: string[]
  made: string | null
  before: ReturnType<typeof pick> | null
}

interface AddressBefore {
  id: string
  first_name?: string | null
  phone?: string | null
  address_1?: string | null
  city?: string | null
  province?: string | null
  is_default_shipping: boolean
  metadata?: Record<string, unknown> | null
}

function pick({ id, first_name, phone, address_1, city, province, is_default_shipping, metadata }: AddressBefore) {
  const row = { first_name, phone, address_1, city, province, is_default_shipping, metadata: metadata ?? null }
  return { id, row }
}
