import type { MedusaRequest } from '@medusajs/framework/http'
import { environment } from '../env'
import { checkSellerLink, type LinkPurpose } from '../sellers/seller-link'
import { ApiError } from './api-error'

/** Header that carries the token of an application's or invitation's link. */
const HEADER = 'x-seller-token'

/** The id in the address, for who holds its link. Throws ApiError 404 `link_invalid` for anybody else, also for an id that is none. */
export function linkedId(req: MedusaRequest, purpose: LinkPurpose): string {
  const id = String(req.params.id)
  const token = req.get(HEADER) ?? ''
  if (!checkSellerLink({ purpose, id }, token, environment().ORDER_LINK_SECRET, new Date())) {
    throw new ApiError(404, 'link_invalid')
  }
  return id
}
