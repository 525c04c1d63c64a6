import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireOwner, tenantOf } from '../../../../../http/tenant'
import { personalFieldIn, shownField } from '../../../../../personal-data/representative'

/** `POST /producer/representative/:field/show`: one field in the clear; by POST, so that no address and no cache holds it. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const field = personalFieldIn(req.params.field)
  neverCache(res)
  res.json({ field, value: await shownField(req.scope, tenant.producerId, field) })
}
