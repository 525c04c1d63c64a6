import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { requireOwner, tenantOf } from '../../../http/tenant'
import type { RepresentativeBody } from '../../../papers/bodies'
import { maskedRepresentative, sealRepresentative } from '../../../personal-data/representative'
import { savePersonalFieldsWorkflow } from '../../../workflows/papers/workflows/save-personal-fields'

/** `GET /producer/representative`: which personal fields are on record, masked. For owners. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  neverCache(res)
  res.json({ fields: await maskedRepresentative(req.scope, tenant.producerId) })
}

/** `PUT /producer/representative`: writes the fields that are given; the others stay. For owners. */
export async function PUT(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const rows = sealRepresentative(tenant, req.validatedBody as RepresentativeBody)
  await savePersonalFieldsWorkflow(req.scope).run({ input: { rows } })
  neverCache(res)
  res.json({ fields: await maskedRepresentative(req.scope, tenant.producerId) })
}
