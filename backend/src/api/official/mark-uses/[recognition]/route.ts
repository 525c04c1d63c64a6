import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf } from '../../../../officials/official-scope'
import { readablePlaces, requireReadable } from '../../../../post-inspection/inspection-places'
import { issuedLabels } from '../../../../post-inspection/issued-labels'
import { markUsesOf } from '../../../../post-inspection/read-mark-uses'
import { goodsOf } from '../../../../post-inspection/recognised-goods'

/** `GET /official/mark-uses/:recognition`: one row of the register, with the labels issued for the product. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const [goods] = await goodsOf(req.scope, [String(req.params.recognition)])
  if (!goods) throw new ApiError(404, 'not_found')
  requireReadable(readablePlaces(req), goods)
  const { producer_id, product_id } = goods
  const [[markUse], labels] = await Promise.all([
    markUsesOf(req.scope, [goods], officialOf(req).day),
    producer_id === null || product_id === null ? null : issuedLabels(producer_id, product_id),
  ])
  neverCache(res)
  res.json({ markUse, labels })
}
