import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { graph } from '../../../../container/graph'
import { environment } from '../../../../env'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { checkOrderLink } from '../../../../orders/order-link'
import { readOrder } from '../../../../orders/order-view'

/**
 * `GET /store/orders/:id`: an order for the holder of a signed link to it, as they were given before there were order groups, or to its group.
 * Takes the place of Medusa's open route.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const token = req.get('x-order-token')
  if (!token) throw new ApiError(401, 'order_link_missing')
  const { ORDER_LINK_SECRET: key } = environment()
  const now = new Date()
  const groupId = checkOrderLink(id, token, key, now) ? null : await groupOf(req, id)
  if (groupId !== null && !checkOrderLink(groupId, token, key, now)) {
    throw new ApiError(403, 'order_link_wrong')
  }
  neverCache(res)
  res.json({ order: await readOrder(req.scope, id) })
}

/** The order's group; an order without one answers its own id, for which the token was wrong. */
async function groupOf(req: MedusaRequest, orderId: string): Promise<string> {
  const [row] = await graph<{ group_id: string }>(req.scope, {
    entity: 'seller_order',
    fields: ['group_id'],
    filters: { order_id: orderId },
  })
  return row?.group_id ?? orderId
}
