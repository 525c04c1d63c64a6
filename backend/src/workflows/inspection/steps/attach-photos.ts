import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'

/**
 * Ties an inspector's uploaded photos to a record; the undo unties them. Photos tied to it already stay.
 * Throws ApiError 422 `photo_unknown` for one that was not uploaded or belongs to another record.
 */
export const attachPhotosStep = createStep(
  'attach-inspection-photos',
  async (input: { inspectorId: string; recordId: string; files: string[] }, { container }) => {
    const { inspectorId, recordId, files } = input
    if (files.length === 0) return new StepResponse(null, [])
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    const photos = await inspection.listInspectionFiles(
      { file: files, inspector_id: inspectorId },
      { take: files.length },
    )
    const usable = photos.filter(({ record_id }) => record_id === null || record_id === recordId)
    if (usable.length !== new Set(files).size) throw new ApiError(422, 'photo_unknown', { field: 'photos' })
    const loose = usable.filter(({ record_id }) => record_id === null).map(({ file }) => file)
    await inspection.updateInspectionFiles(loose.map((file) => ({ file, record_id: recordId })))
    return new StepResponse(null, loose)
  },
  async (files, { container }) => {
    if (!files || files.length === 0) return
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.updateInspectionFiles(files.map((file) => ({ file, record_id: null })))
  },
)
