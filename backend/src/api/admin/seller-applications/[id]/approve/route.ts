import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { applicationCase } from '../../../../../sellers/application-view'
import type { ApproveApplicationBody } from '../../../../../sellers/bodies'
import { approveApplication } from '../../../../../sellers/decide-application'
import { tellApplicant } from '../../../../../sellers/tell-applicant'

/** `POST /admin/seller-applications/:id/approve`: takes an applicant in and invites the owner. */
export async function POST(
  req: AuthenticatedMedusaRequest<ApproveApplicationBody>,
  res: MedusaResponse,
): Promise<void> {
  const id = String(req.params.id)
  await approveApplication(req.scope, { id, ...req.validatedBody, userId: req.auth_context.actor_id })
  await tellApplicant(req.scope, id)
  neverCache(res)
  res.json({ application: await applicationCase(req.scope, id) })
}
