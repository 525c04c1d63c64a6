import type { MedusaRequest } from '@medusajs/framework/http'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { checkOrderLink } from '../orders/order-link'

/** The id of the group in the path, whose signed token the caller holds. Throws ApiError 401 without a token, 403 with a wrong one. */
export function requireGroupToken(req: MedusaRequest): string {
  const id = String(req.params.id)
  const token = req.get('x-order-token')
  if (!token) throw new ApiError(401, 'order_link_missing')
  if (!checkOrderLink(id, token, environment().ORDER_LINK_SECRET, new Date())) {
    throw new ApiError(403, 'order_link_wrong')
  }
  return id
}
