import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { ReportQuery } from '../../../../centres/bodies'
import { salesByProducer } from '../../../../centres/read-sales'
import { salesReportXlsx } from '../../../../centres/sales-report-file'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/sales-report.xlsx?from&to`: the same as a file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:stock')
  const { from, to } = req.validatedQuery as unknown as ReportQuery
  const sales = await salesByProducer(req.scope, centreId, from, to)
  neverCache(res)
  res.attachment(`doanh-so-chu-the-${from}-${to}.xlsx`)
  res.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  res.send(await salesReportXlsx(sales, from, to))
}
