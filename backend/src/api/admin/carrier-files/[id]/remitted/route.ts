import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { RemittedBody } from '../../../../../bank-transfer/bodies'
import { noteRemittance } from '../../../../../carriers/settle-carrier-lines'
import { neverCache } from '../../../../../http/cache-headers'

/** `POST /admin/carrier-files/:id/remitted`: the carrier's money for this file arrived at the bank. */
export async function POST(req: AuthenticatedMedusaRequest<RemittedBody>, res: MedusaResponse): Promise<void> {
  await noteRemittance(req.scope, String(req.params.id), { ...req.validatedBody, by: req.auth_context.actor_id })
  neverCache(res)
  res.json({ noted: true })
}
