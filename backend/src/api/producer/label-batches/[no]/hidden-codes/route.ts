import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { requireOwner, tenantOf } from '../../../../../http/tenant'
import type { LabelRangeQuery } from '../../../../../labels/bodies'
import { passFile } from '../../../../../labels/pass-file'
import { shopLogger } from '../../../../../logging/shop-logger'

/**
 * `GET /producer/label-batches/:no/hidden-codes?from&to`: what the printer puts below the scratch layers. For owners alone,
 * and noted: whoever has the list could open packages on paper.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const { memberId, producerId } = tenant
  const query = req.validatedQuery as unknown as LabelRangeQuery
  shopLogger.event('info', 'Hidden codes were fetched', { producerId, memberId, batch: req.params.no, ...query })
  await passFile(req, res, ['label-batches', String(req.params.no), 'hidden-codes'], { ...query })
}
