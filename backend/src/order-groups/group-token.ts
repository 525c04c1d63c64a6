import type { MedusaRequest } from '@medusajs/framework/http'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { checkOrderLink } from '../orders/order-link'

/**
 * The group a request names, when it carries the group's signed token (`x-order-token`). Throws ApiError 401 without one and 403 with one that
 * is wrong or has run out.
 */
export function groupOfToken(req: MedusaRequest): string {
  const id = String(req.params.id)
  const token = req.get('x-order-token')
  if (!token) throw new ApiError(401, 'order_link_missing')
  if (!checkOrderLink(id, token, environment().ORDER_LINK_SECRET, new Date())) {
    throw new ApiError(403, 'order_link_wrong')
  }
  return id
}
