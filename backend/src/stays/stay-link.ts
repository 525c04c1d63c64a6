import type { MedusaRequest } from '@medusajs/framework/http'
import { STAY_KEPT_DAYS } from '../customers/kept-days'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { checkOrderLink, signOrderLink } from '../orders/order-link'

/** The token of an enquiry's link. It opens the page until the contact is erased: 180 days after the last day. */
export function stayToken(id: string, toDay: string): string {
  const days = Math.ceil((Date.parse(`${toDay}T17:00:00Z`) - Date.now()) / 86_400_000) + STAY_KEPT_DAYS
  return signOrderLink(id, environment().ORDER_LINK_SECRET, new Date(), Math.max(1, days))
}

/** The buyer's page with its token, for messages. */
export function stayPage(id: string, toDay: string): string {
  return `/hoi-dat/${id}?t=${encodeURIComponent(stayToken(id, toDay))}`
}

/** The enquiry a request names, when it carries its signed token (`x-link-token`). Throws ApiError 404 else, so that ids cannot be probed. */
export function stayOfToken(req: MedusaRequest): string {
  const id = String(req.params.id)
  const token = req.get('x-link-token') ?? ''
  if (!checkOrderLink(id, token, environment().ORDER_LINK_SECRET, new Date())) throw new ApiError(404, 'not_found')
  return id
}
