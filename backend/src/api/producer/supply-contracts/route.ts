import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { producerContracts } from '../../../centres/contracts/read-contracts'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'

/** `GET /producer/supply-contracts`: contracts with retailers that name the producer, with its own goods alone. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  neverCache(res)
  res.json({ contracts: await producerContracts(req.scope, producerId, vietnamDay(new Date())) })
}
