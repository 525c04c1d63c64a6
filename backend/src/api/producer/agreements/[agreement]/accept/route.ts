import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import { acceptAgreement } from '../../../../../sellers/agreements/change-agreement'

/** `POST /producer/agreements/:agreement/accept`: accepts a proposal as it stands. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'agreements:manage')
  const id = String(req.params.agreement)
  await acceptAgreement(req.scope, tenant, id)
  neverCache(res)
  res.json({ id })
}
