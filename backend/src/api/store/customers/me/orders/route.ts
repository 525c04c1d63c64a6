import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { OrdersQuery } from '../../../../../customers/bodies'
import { readCustomerOrders } from '../../../../../customers/read-orders'
import { environment } from '../../../../../env'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'

/** `GET /store/customers/me/orders?state&page`: the customer's order groups, newest first, each with the token of its page. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const query = req.validatedQuery as unknown as OrdersQuery
  neverCache(res)
  res.json(await readCustomerOrders(req.scope, customerId, query, environment().ORDER_LINK_SECRET))
}
