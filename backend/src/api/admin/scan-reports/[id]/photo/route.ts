import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { SCAN_REPORT_MODULE } from '../../../../../modules/scan-report'
import type { ScanReportModuleService } from '../../../../../modules/scan-report/service'

/** `GET /admin/scan-reports/:id/photo`: the photo of a report, which no public address shows. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const reports: ScanReportModuleService = req.scope.resolve(SCAN_REPORT_MODULE)
  const { photo } = await reports.retrieveScanReport(String(req.params.id), { select: ['id', 'photo'] })
  if (photo === null) throw new ApiError(404, 'not_found')
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(photo)
  neverCache(res)
  res.setHeader('content-type', 'image/jpeg')
  res.send(bytes)
}
