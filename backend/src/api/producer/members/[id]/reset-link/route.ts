import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { memberActor } from '../../../../../dossiers/member-actor'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { issueMemberReset } from '../../../../../sellers/member-password'
import { ownMember } from '../../../../../sellers/members'

/** `POST /producer/members/:id/reset-link`: an owner's link for a member who forgot the password and reads no e-mail; shown once. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const memberId = await ownMember(req.scope, tenant, String(req.params.id))
  const link = await issueMemberReset(
    req.scope,
    { producerId: tenant.producerId, memberId, forOwners: false },
    { ...(await memberActor(req.scope, tenant)), post: null },
  )
  neverCache(res)
  res.json(link)
}
