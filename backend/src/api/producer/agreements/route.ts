import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readAgreements } from '../../../sellers/agreements/read-agreements'

/** `GET /producer/agreements`: which centres sell for the producer, and what is proposed to it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  neverCache(res)
  res.json({ agreements: await readAgreements(req.scope, { producerId }) })
}
