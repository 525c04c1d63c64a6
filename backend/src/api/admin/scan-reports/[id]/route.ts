import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { SCAN_REPORT_MODULE } from '../../../../modules/scan-report'
import type { ScanReportModuleService } from '../../../../modules/scan-report/service'
import { reportViews } from '../../../../scan-reports/report-view'
import { handleScanReportWorkflow } from '../../../../workflows/scan-report/workflows/handle-scan-report'
import type { HandleReportBody } from '../../validators'

/** `POST /admin/scan-reports/:id`: marks a report handled, or open again, with a note for colleagues. */
export async function POST(req: AuthenticatedMedusaRequest<HandleReportBody>, res: MedusaResponse): Promise<void> {
  const { handled, note } = req.validatedBody
  const { result: id } = await handleScanReportWorkflow(req.scope).run({
    input: { id: String(req.params.id), handled, note: note ?? null, userId: req.auth_context.actor_id },
  })
  const reports: ScanReportModuleService = req.scope.resolve(SCAN_REPORT_MODULE)
  neverCache(res)
  const [report] = await reportViews(req.scope, [await reports.retrieveScanReport(id)])
  res.json({ report })
}
