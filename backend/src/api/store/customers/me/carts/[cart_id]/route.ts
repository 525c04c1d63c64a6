import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { transferCartCustomerWorkflow } from '@medusajs/medusa/core-flows'
import { graph } from '../../../../../../container/graph'
import { ApiError } from '../../../../../../http/api-error'
import { neverCache } from '../../../../../../http/cache-headers'
import { customerOf } from '../../../../../../http/customer-scope'

/**
 * `POST /store/customers/me/carts/:cart_id`: the cart becomes the customer's, so that its order shows in their account. 404 for a cart
 * that is another account's, an order already, or none.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const id = String(req.params.cart_id)
  const [cart] = await graph<{
    id: string
    completed_at: string | null
    customer: { id: string; has_account: boolean } | null
  }>(req.scope, {
    entity: 'cart',
    fields: ['id', 'completed_at', 'customer.id', 'customer.has_account'],
    filters: { id },
  })
  const anothers = cart?.customer?.has_account === true && cart.customer.id !== customerId
  if (!cart || cart.completed_at !== null || anothers) throw new ApiError(404, 'not_found')
  if (cart.customer?.id !== customerId) {
    await transferCartCustomerWorkflow(req.scope).run({ input: { id, customer_id: customerId } })
  }
  neverCache(res)
  res.json({ cartId: id })
}
