import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../../http/tenant'
import type { RecallBody } from '../../../../../journal/bodies'
import { passOn, traceService } from '../../../../../journal/pass-on'
import { orderRecall } from '../../../../../recalls/recall-command'

/** `POST /producer/source-areas/:ref/recall`: recalls all that comes from an area; buyers see it on their orders. */
export async function POST(req: MedusaRequest<RecallBody>, res: MedusaResponse): Promise<void> {
  const { partyRef, producerId } = tenantOf(req.scope)
  const { reason, advice } = req.validatedBody
  passOn(
    res,
    await orderRecall(req.scope, traceService(), {
      ...{ action: 'recall_area', partyRef, producerId, reason, advice },
      ref: String(req.params.ref),
    }),
  )
}
