import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { CarrierLineBody } from '../../../../bank-transfer/bodies'
import { closeLine } from '../../../../carriers/settle-carrier-lines'
import { neverCache } from '../../../../http/cache-headers'

/** `POST /admin/carrier-lines/:id`: closes a line that a person has seen to, or looks at it again. */
export async function POST(req: AuthenticatedMedusaRequest<CarrierLineBody>, res: MedusaResponse): Promise<void> {
  await closeLine(req.scope, String(req.params.id), { ...req.validatedBody, by: req.auth_context.actor_id })
  neverCache(res)
  res.json({ done: true })
}
