import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { SCAN_REPORT_MODULE } from '../../../modules/scan-report'
import type { ReportKind } from '../../../modules/scan-report/kinds'
import type { ScanReportModuleService } from '../../../modules/scan-report/service'

export interface ScanReportRow {
  receipt: string
  request_key: string
  code: string | null
  kind: ReportKind
  message: string
  contact: string | null
  photo: string | null
}

/** Writes a report; the undo takes it away. Out: its receipt number. */
export const keepScanReportStep = createStep(
  'keep-scan-report',
  async (row: ScanReportRow, { container }) => {
    const reports: ScanReportModuleService = container.resolve(SCAN_REPORT_MODULE)
    const { id } = await reports.createScanReports(row)
    return new StepResponse(row.receipt, id)
  },
  async (id, { container }) => {
    if (!id) return
    const reports: ScanReportModuleService = container.resolve(SCAN_REPORT_MODULE)
    await reports.deleteScanReports(id)
  },
)
