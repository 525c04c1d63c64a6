import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { endContract } from '../../../../../../centres/contracts/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/end`: ends a contract that was fulfilled. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.contract)
  await endContract(req.scope, atCentre(req, 'centre:manage'), id)
  neverCache(res)
  res.json({ id })
}
