import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { applicationCase } from '../../../../../sellers/application-view'
import type { SendBackApplicationBody } from '../../../../../sellers/bodies'
import { sendBackApplication } from '../../../../../sellers/decide-application'
import { tellApplicant } from '../../../../../sellers/tell-applicant'

/** `POST /admin/seller-applications/:id/send-back`: asks for corrections, with a reason for each part. */
export async function POST(
  req: AuthenticatedMedusaRequest<SendBackApplicationBody>,
  res: MedusaResponse,
): Promise<void> {
  const id = String(req.params.id)
  await sendBackApplication(req.scope, { id, ...req.validatedBody, userId: req.auth_context.actor_id })
  await tellApplicant(req.scope, id)
  neverCache(res)
  res.json({ application: await applicationCase(req.scope, id) })
}
