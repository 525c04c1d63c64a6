import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../http/tenant'
import type { NewInvitationBody } from '../../../sellers/bodies'
import { inviteMember } from '../../../sellers/members'

/** `POST /producer/invitations`: invites a person; the token of the link is answered this once. */
export async function POST(req: MedusaRequest<NewInvitationBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'members:manage')
  neverCache(res)
  res.status(201).json(await inviteMember(req.scope, tenant, req.validatedBody))
}
