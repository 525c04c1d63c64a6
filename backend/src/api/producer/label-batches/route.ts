import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace } from '../../../journal/ask-trace'
import { requireOwnProducts } from '../../../journal/own-goods'
import { passOn, traceService } from '../../../journal/pass-on'
import type { LabelBatchBody, LabelBatchesQuery } from '../../../labels/bodies'

/** `GET /producer/label-batches?productRef&before`: a page of the producer's label batches, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const query = req.validatedQuery as unknown as LabelBatchesQuery
  const path = ['parties', partyRef, 'label-batches']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path, query: { ...query } }))
}

/** `POST /producer/label-batches`: labels for a product of the producer's. Sent again with its `requestKey` it is one batch. */
export async function POST(req: MedusaRequest<LabelBatchBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const body = req.validatedBody
  await requireOwnProducts(req.scope, tenant, [body.productRef], 'productRef')
  const { partyRef } = tenant
  const path = ['label-batches']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'POST', path, body: { ...body, partyRef } }))
}
