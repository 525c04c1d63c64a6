import { asValue } from '@medusajs/framework/awilix'
import { Modules } from '@medusajs/framework/utils'
import { actorGuard } from './actor-guard'
import { ApiError } from './api-error'
import { CUSTOMER, type CustomerScope } from './customer-scope'

/** Actor type of buyers with an account; the id in their token is Medusa's customer id. */
export const CUSTOMER_ACTOR = 'customer'

/**
 * The one door to everything below `/store/customers/me`: nobody passes without the token of a customer whose account is there.
 * Leaves who it is in the request's container; see `customerOf`. Refuses with 401 who is nobody here, deleted accounts among them.
 */
export const guardCustomerRoutes = actorGuard(
  CUSTOMER_ACTOR,
  async (req, customerId) => {
    const [customer] = await req.scope
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: customerId, has_account: true }, { take: 1, select: ['id', 'email'] })
    if (!customer?.email) throw new ApiError(401, 'sign_in_required')
    const scope: CustomerScope = { customerId: customer.id, email: customer.email }
    req.scope.register(CUSTOMER, asValue(scope))
  },
  '/store/customers/me',
)
