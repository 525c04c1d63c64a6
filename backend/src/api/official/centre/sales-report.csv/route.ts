import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { ReportQuery } from '../../../../centres/bodies'
import { salesByProducer } from '../../../../centres/read-sales'
import { salesReportCsv } from '../../../../centres/sales-report-file'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/sales-report.csv?from&to`: the same as a file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:stock')
  const { from, to } = req.validatedQuery as unknown as ReportQuery
  const sales = await salesByProducer(req.scope, centreId, from, to)
  neverCache(res)
  res.attachment(`doanh-so-chu-the-${from}-${to}.csv`)
  res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.send(salesReportCsv(sales))
}
