import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import type { ContractBody } from '../../../../../centres/contracts/bodies'
import { centreContract } from '../../../../../centres/contracts/read-contracts'
import { changeContract } from '../../../../../centres/contracts/save-contract'
import { neverCache } from '../../../../../http/cache-headers'

/** `GET /official/centre/contracts/:contract`: a contract with its lines and deliveries. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  neverCache(res)
  res.json(await centreContract(req.scope, centreId, String(req.params.contract), official.day))
}

/** `POST /official/centre/contracts/:contract`: changes a draft, or whom to ask of one in force. */
export async function POST(req: MedusaRequest<ContractBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.contract)
  await changeContract(req.scope, atCentre(req, 'centre:manage'), id, req.validatedBody)
  neverCache(res)
  res.json({ id })
}
