import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { activateContract } from '../../../../../../centres/contracts/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/activate`: puts a signed draft in force. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.contract)
  await activateContract(req.scope, atCentre(req, 'centre:manage'), id)
  neverCache(res)
  res.json({ id })
}
