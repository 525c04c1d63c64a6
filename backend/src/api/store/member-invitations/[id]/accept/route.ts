import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { linkedId } from '../../../../../http/seller-link-guard'
import type { AcceptInvitationBody } from '../../../../../sellers/bodies'
import { acceptInvitationWorkflow } from '../../../../../workflows/producer/workflows/accept-invitation'

/** `POST /store/member-invitations/:id/accept`: makes the account an invitation was for, once. */
export async function POST(req: MedusaRequest<AcceptInvitationBody>, res: MedusaResponse): Promise<void> {
  const invitationId = linkedId(req, 'invitation')
  await acceptInvitationWorkflow(req.scope).run({ input: { ...req.validatedBody, invitationId } })
  neverCache(res)
  res.status(201).json({ email: req.validatedBody.email })
}
