import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { ScannedBody } from '../../../../../parcels/bodies'
import { linesOfOrder } from '../../../../../parcels/order-lines'
import { requireOwnOrder } from '../../../../../parcels/own-order'
import { findUnits } from '../../../../../parcels/packed-unit'

/** `POST /producer/orders/:id/scanned`: which line a scanned package is of, said while it is still in the hand. Changes nothing. */
export async function POST(req: MedusaRequest<ScannedBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { orderId } = await requireOwnOrder(req.scope, tenant, String(req.params.id))
  const [unit] = await findUnits(tenant.partyRef, [req.validatedBody.code])
  const line = (await linesOfOrder(req.scope, orderId)).find((each) =>
    each.goods.some((good) => good.productId === unit?.productId),
  )
  if (!unit || !line) throw new ApiError(422, 'code_other_goods', { field: 'codes' })
  neverCache(res)
  res.json({ code: unit.code, lineId: line.id, title: line.title })
}
