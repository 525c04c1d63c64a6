import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { linkedId } from '../../../../http/seller-link-guard'
import { invitationCard } from '../../../../sellers/invitation-view'

/** `GET /store/member-invitations/:id`: an invitation, for who holds its link. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = linkedId(req, 'invitation')
  neverCache(res)
  res.json({ invitation: await invitationCard(req.scope, id) })
}
