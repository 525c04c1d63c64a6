import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { dropContract } from '../../../../../../centres/contracts/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/drop`: throws a draft away. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.contract)
  await dropContract(req.scope, atCentre(req, 'centre:manage'), id)
  neverCache(res)
  res.json({ id })
}
