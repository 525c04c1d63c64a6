import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from './api-error'

/** Who is asking below `/store/customers/me`. */
export interface CustomerScope {
  customerId: string
  email: string
}

/** Name in the request's container. */
export const CUSTOMER = 'customerScope'

/** The customer that the guard let in. Throws ApiError 401 where the guard did not run. */
export function customerOf(scope: MedusaContainer): CustomerScope {
  const customer = scope.resolve<CustomerScope | undefined>(CUSTOMER, { allowUnregistered: true })
  if (!customer) throw new ApiError(401, 'sign_in_required')
  return customer
}
