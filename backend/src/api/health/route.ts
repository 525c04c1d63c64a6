import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { healthReport, healthStatus } from '../../health/health-report'
import { neverCache } from '../../http/cache-headers'

/** `GET /health`: ready when the dependencies answer. Registered before Medusa's constant one. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const report = await healthReport(req.scope)
  neverCache(res)
  res.status(healthStatus(report)).json(report)
}
