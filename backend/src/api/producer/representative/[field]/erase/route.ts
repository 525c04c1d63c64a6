import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireOwner, tenantOf } from '../../../../../http/tenant'
import { maskedRepresentative, personalFieldIn, REPRESENTATIVE } from '../../../../../personal-data/representative'
import { erasePersonalFieldsWorkflow } from '../../../../../workflows/papers/workflows/erase-personal-fields'

/** `POST /producer/representative/:field/erase`: the field is gone for good; a second time changes nothing. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const field = personalFieldIn(req.params.field)
  const input = { producer_id: tenant.producerId, subject: REPRESENTATIVE, field: [field] }
  await erasePersonalFieldsWorkflow(req.scope).run({ input })
  neverCache(res)
  res.json({ fields: await maskedRepresentative(req.scope, tenant.producerId) })
}
