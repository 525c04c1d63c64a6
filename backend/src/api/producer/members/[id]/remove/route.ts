import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import { ownMember, removeMember } from '../../../../../sellers/members'

/** `POST /producer/members/:id/remove`: removes a member, whose sessions end; anybody may remove themselves. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  if (req.params.id !== tenant.memberId) requireMay(tenant, 'members:manage')
  const id = await ownMember(req.scope, tenant, String(req.params.id))
  await removeMember(req.scope, tenant.producerId, id)
  neverCache(res)
  res.json({ id })
}
