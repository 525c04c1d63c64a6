import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PROGRAMME_MODULE } from '../../../modules/programme'
import type { ProgrammeModuleService, ReportReleaseRow } from '../../../modules/programme/service'

/** Hands a report in; the undo takes it off the record. Out: its id and edition. */
export const releaseReportStep = createStep(
  'release-report',
  async (row: ReportReleaseRow, { container }) => {
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    const released = await programme.releaseReport(row)
    return new StepResponse(released, released.id)
  },
  async (id, { container }) => {
    if (!id) return
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    await programme.deleteReportReleases(id)
  },
)
