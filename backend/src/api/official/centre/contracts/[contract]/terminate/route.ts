import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { ReasonBody } from '../../../../../../centres/bodies'
import { terminateContract } from '../../../../../../centres/contracts/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/terminate`: ends it early, with the reason. */
export async function POST(req: MedusaRequest<ReasonBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.contract)
  await terminateContract(req.scope, atCentre(req, 'centre:manage'), id, req.validatedBody.reason)
  neverCache(res)
  res.json({ id })
}
