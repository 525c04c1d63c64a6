import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { SCAN_REPORT_MODULE } from '../../../modules/scan-report'
import type { ScanReportModuleService } from '../../../modules/scan-report/service'
import { readReport } from '../../../scan-reports/read-report'
import { newReceipt } from '../../../scan-reports/receipt'
import { storeScanReportWorkflow } from '../../../workflows/scan-report/workflows/store-scan-report'

/** `POST /store/scan-reports`: a problem somebody found after a scan, as a form. The same form again is the same report. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { fields, photo } = await readReport(req)
  const { requestKey: request_key, kind, message, contact, code } = fields
  const reports: ScanReportModuleService = req.scope.resolve(SCAN_REPORT_MODULE)
  const known = async () => (await reports.listScanReports({ request_key }, { take: 1 }))[0]?.receipt
  neverCache(res)
  const before = await known()
  if (before !== undefined) {
    res.json({ receipt: before })
    return
  }
  try {
    const { result: receipt } = await storeScanReportWorkflow(req.scope).run({
      input: {
        report: { receipt: newReceipt(), request_key, kind, message, contact, code },
        photo: photo && {
          filename: `private-phan-anh-${randomUUID()}.${photo.extension}`,
          mediaType: photo.mediaType,
          content: photo.bytes.toString('base64'),
        },
      },
    })
    res.status(201).json({ receipt })
  } catch (error) {
    // Two copies of one form at once: the one that came second finds the first.
    const first = await known()
    if (first === undefined) throw error
    res.json({ receipt: first })
  }
}
