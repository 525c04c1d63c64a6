import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { environment } from '../../../../env'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { checkOrderLink } from '../../../../orders/order-link'
import { readOrder } from '../../../../orders/order-view'

/** `GET /store/orders/:id`: an order for the holder of its signed link. Takes the place of Medusa's open route. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const token = req.get('x-order-token')
  if (!token) throw new ApiError(401, 'order_link_missing')
  if (!checkOrderLink(id, token, environment().ORDER_LINK_SECRET, new Date())) {
    throw new ApiError(403, 'order_link_wrong')
  }
  neverCache(res)
  res.json({ order: await readOrder(req.scope, id) })
}
