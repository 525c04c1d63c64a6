import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import { withdrawInvitation } from '../../../../../sellers/members'

/** `POST /producer/invitations/:id/withdraw`: takes an invitation back. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'members:manage')
  await withdrawInvitation(req.scope, tenant, String(req.params.id))
  neverCache(res)
  res.json({ id: req.params.id })
}
