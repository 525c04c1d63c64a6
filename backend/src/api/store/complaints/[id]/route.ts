import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readComplaint } from '../../../../complaints/complaint-view'
import { environment } from '../../../../env'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { checkOrderLink } from '../../../../orders/order-link'

/** `GET /store/complaints/:id`: how a complaint stands, for the holder of its signed link (`x-link-token`); 404 for all others. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const token = req.get('x-link-token') ?? ''
  if (!checkOrderLink(id, token, environment().ORDER_LINK_SECRET, new Date())) throw new ApiError(404, 'not_found')
  const complaint = await readComplaint(req.scope, id)
  if (!complaint) throw new ApiError(404, 'not_found')
  neverCache(res)
  res.json({ complaint })
}
