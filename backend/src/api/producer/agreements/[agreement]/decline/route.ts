import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import type { DeclineBody } from '../../../../../sellers/agreements/bodies'
import { declineAgreement } from '../../../../../sellers/agreements/change-agreement'

/** `POST /producer/agreements/:agreement/decline`: says no to a proposal, with a reason. */
export async function POST(req: MedusaRequest<DeclineBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'agreements:manage')
  const id = String(req.params.agreement)
  await declineAgreement(req.scope, tenant, { id, ...req.validatedBody })
  neverCache(res)
  res.json({ id })
}
