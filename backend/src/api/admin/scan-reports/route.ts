import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { SCAN_REPORT_MODULE } from '../../../modules/scan-report'
import type { ScanReportModuleService } from '../../../modules/scan-report/service'
import { reportViews } from '../../../scan-reports/report-view'
import type { ReportsQuery } from '../validators'

/** `GET /admin/scan-reports`: what people reported, newest first; `state` is `open` unless told otherwise. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { state, limit, offset } = req.validatedQuery as ReportsQuery
  const reports: ScanReportModuleService = req.scope.resolve(SCAN_REPORT_MODULE)
  const filters = state === 'all' ? {} : { handled_at: state === 'open' ? null : { $ne: null } }
  const [rows, count] = await reports.listAndCountScanReports(filters, {
    take: limit,
    skip: offset,
    order: { created_at: 'DESC', id: 'DESC' },
  })
  neverCache(res)
  res.json({ reports: await reportViews(req.scope, rows), count })
}
