import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { applicationCase } from '../../../../../sellers/application-view'
import type { RefuseApplicationBody } from '../../../../../sellers/bodies'
import { refuseApplication } from '../../../../../sellers/decide-application'
import { tellApplicant } from '../../../../../sellers/tell-applicant'

/** `POST /admin/seller-applications/:id/refuse`: refuses an application for good, with a reason. */
export async function POST(req: AuthenticatedMedusaRequest<RefuseApplicationBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await refuseApplication(req.scope, { id, ...req.validatedBody, userId: req.auth_context.actor_id })
  await tellApplicant(req.scope, id)
  neverCache(res)
  res.json({ application: await applicationCase(req.scope, id) })
}
