import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { ContractBody, ContractsQuery } from '../../../../centres/contracts/bodies'
import { centreContracts, contractSellers } from '../../../../centres/contracts/read-contracts'
import { draftContract } from '../../../../centres/contracts/save-contract'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/contracts?q&state`: supply contracts, and the producers that may sell under one. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  const question = req.validatedQuery as unknown as ContractsQuery
  const [contracts, sellers] = await Promise.all([
    centreContracts(req.scope, centreId, question, official.day),
    contractSellers(req.scope, centreId),
  ])
  neverCache(res)
  res.json({ contracts, sellers })
}

/** `POST /official/centre/contracts`: drafts a contract. */
export async function POST(req: MedusaRequest<ContractBody>, res: MedusaResponse): Promise<void> {
  const id = await draftContract(req.scope, atCentre(req, 'centre:manage'), req.validatedBody)
  neverCache(res)
  res.status(201).json({ id })
}
