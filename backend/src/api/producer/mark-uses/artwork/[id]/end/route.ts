import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../../../../../http/api-error'
import { neverCache } from '../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../http/tenant'
import type { ArtworkEndBody } from '../../../../../../post-inspection/bodies'
import { holderDoer } from '../../../../../../post-inspection/holder'
import { ownMarkUses } from '../../../../../../post-inspection/own-mark-uses'
import { endArtworkWorkflow } from '../../../../../../workflows/post-inspection/workflows/end-artwork'

/** `POST /producer/mark-uses/artwork/:id/end`: the last day on which artwork was printed. */
export async function POST(req: MedusaRequest<ArtworkEndBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { until } = req.validatedBody
  if (until > vietnamDay(new Date())) throw new ApiError(422, 'artwork_days', { field: 'until' })
  await endArtworkWorkflow(req.scope).run({
    input: {
      id: String(req.params.id),
      producerId: tenant.producerId,
      until,
      by: await holderDoer(req.scope, tenant),
    },
  })
  neverCache(res)
  res.json({ markUses: await ownMarkUses(req.scope, tenant.producerId) })
}
