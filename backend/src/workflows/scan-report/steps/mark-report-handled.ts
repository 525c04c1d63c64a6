import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { SCAN_REPORT_MODULE } from '../../../modules/scan-report'
import type { ScanReportModuleService } from '../../../modules/scan-report/service'

export interface HandledReport {
  id: string
  handled: boolean
  note: string | null
  userId: string
}

/** Marks a report handled, or open again; the undo puts back what was there. Throws NOT_FOUND for an unknown id. */
export const markReportHandledStep = createStep(
  'mark-report-handled',
  async ({ id, handled, note, userId }: HandledReport, { container }) => {
    const reports: ScanReportModuleService = container.resolve(SCAN_REPORT_MODULE)
    const { handled_at, handled_by, handled_note } = await reports.retrieveScanReport(id)
    const marked = handled
      ? { handled_at: new Date(), handled_by: userId, handled_note: note }
      : { handled_at: null, handled_by: null, handled_note: note }
    await reports.updateScanReports({ id, ...marked })
    return new StepResponse(id, { id, handled_at, handled_by, handled_note })
  },
  async (before, { container }) => {
    if (!before) return
    const reports: ScanReportModuleService = container.resolve(SCAN_REPORT_MODULE)
    await reports.updateScanReports(before)
  },
)
