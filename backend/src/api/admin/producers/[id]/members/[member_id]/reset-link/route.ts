import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { environment } from '../../../../../../../env'
import { neverCache } from '../../../../../../../http/cache-headers'
import { operatorActor } from '../../../../../../../officials/operator-actor'
import { issueMemberReset } from '../../../../../../../sellers/member-password'

/** `POST /admin/producers/:id/members/:member_id/reset-link`: a link for a new password to hand to a member; shown once. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { path, minutes } = await issueMemberReset(
    req.scope,
    { producerId: String(req.params.id), memberId: String(req.params.member_id), forOwners: true },
    await operatorActor(req),
  )
  neverCache(res)
  res.json({ url: `${environment().STOREFRONT_URL}${path}`, minutes })
}
