import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { ReportQuery } from '../../../../centres/bodies'
import { salesByProducer } from '../../../../centres/read-sales'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/sales-report?from&to`: sales by producer, by the ledger. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:stock')
  const { from, to } = req.validatedQuery as unknown as ReportQuery
  neverCache(res)
  res.json({ from, to, sales: await salesByProducer(req.scope, centreId, from, to) })
}
