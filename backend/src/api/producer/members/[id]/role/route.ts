import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import type { MemberRoleBody } from '../../../../../sellers/bodies'
import { changeRole, ownMember } from '../../../../../sellers/members'

/** `POST /producer/members/:id/role`: gives a member another role. */
export async function POST(req: MedusaRequest<MemberRoleBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'members:manage')
  const id = await ownMember(req.scope, tenant, String(req.params.id))
  await changeRole(req.scope, tenant.producerId, id, req.validatedBody.role)
  neverCache(res)
  res.json({ id, role: req.validatedBody.role })
}
