import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reviewCart } from '../../../../../checkout/review-cart'
import { neverCache } from '../../../../../http/cache-headers'

/** `GET /store/carts/:id/review`: the cart against today's prices and stock. Changes nothing. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await reviewCart(req.scope, String(req.params.id)))
}
