import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { ContractsQuery } from '../../../../centres/contracts/bodies'
import { contractsXlsx } from '../../../../centres/contracts/contracts-file'
import { centreContracts } from '../../../../centres/contracts/read-contracts'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/contracts.xlsx?q&state`: the same as a file, a row a line of goods. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  const question = req.validatedQuery as unknown as ContractsQuery
  const file = await contractsXlsx(await centreContracts(req.scope, centreId, question, official.day), official.day)
  neverCache(res)
  res.attachment(`hop-dong-cung-ung-${official.day}.xlsx`)
  res.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  res.send(file)
}
