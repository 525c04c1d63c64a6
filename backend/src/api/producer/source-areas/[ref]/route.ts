import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../http/tenant'
import { withConfidence } from '../../../../journal/area-confidence'
import { askTrace } from '../../../../journal/ask-trace'
import type { SourceAreaBody } from '../../../../journal/bodies'
import { requireOwnProducts } from '../../../../journal/own-goods'
import { passOn, traceService } from '../../../../journal/pass-on'
import { readSourceAreas } from '../../../../journal/source-areas'

/** `PUT /producer/source-areas/:ref`: makes or changes a source area. What was confirmed and left as it was stays confirmed. */
export async function PUT(req: MedusaRequest<SourceAreaBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const ref = String(req.params.ref)
  await requireOwnProducts(req.scope, tenant, req.validatedBody.productRefs, 'productRefs')
  const before = (await readSourceAreas(tenant)).find((area) => area.ref === ref) ?? null
  passOn(
    res,
    await askTrace(traceService(), tenant.partyRef, {
      method: 'PUT',
      path: ['source-areas', ref],
      body: { ...withConfidence(req.validatedBody, before), partyRef: tenant.partyRef, sample: tenant.sample },
    }),
  )
}
