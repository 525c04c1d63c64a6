import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'

export interface PhotoRow {
  file: string
  inspector_id: string
  source_sha256: string
  kind: 'photo' | 'document'
  title: string
  media_type: string
  sha256: string
  bytes: number
  width: number | null
  height: number | null
}

/** Notes whose a stored photo is; the undo forgets it. Out: its name in the store. */
export const keepPhotoStep = createStep(
  'keep-inspection-photo',
  async (row: PhotoRow, { container }) => {
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.createInspectionFiles(row)
    return new StepResponse(row.file, row.file)
  },
  async (file, { container }) => {
    if (!file) return
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.deleteInspectionFiles(file)
  },
)
