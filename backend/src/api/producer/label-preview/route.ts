import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace } from '../../../journal/ask-trace'
import { requireOwnProducts } from '../../../journal/own-goods'
import { passOn, traceService } from '../../../journal/pass-on'
import type { LabelPreviewBody } from '../../../labels/bodies'

/** `POST /producer/label-preview`: one label as SVG before a batch is made; its code is no label's. Stores nothing. */
export async function POST(req: MedusaRequest<LabelPreviewBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const body = req.validatedBody
  await requireOwnProducts(req.scope, tenant, [body.productRef], 'productRef')
  const path = ['parties', tenant.partyRef, 'label-preview']
  passOn(res, await askTrace(traceService(), tenant.partyRef, { method: 'POST', path, body: { ...body } }))
}
