import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../../../http/api-error'
import { cacheBriefly } from '../../../../http/cache-headers'
import { publicMarkUse } from '../../../../post-inspection/read-mark-uses'

/** `GET /store/mark-uses/:recognition`: whether the mark may be used for a product today, and by which decision. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const today = vietnamDay(new Date())
  const markUse = await publicMarkUse(req.scope, String(req.params.recognition), today)
  if (markUse === null) throw new ApiError(404, 'not_found')
  cacheBriefly(res)
  res.json({ markUse, today })
}
