import type { ConclusionRow, OpeningRow, PhotoRow, RecordingRow } from '../../../modules/post-inspection/service'
import { changeStep } from './change'

/** Opens an inspection for a reason, with the records that gave it. */
export const openInspectionStep = changeStep(
  'open-post-inspection',
  (service, input: { row: OpeningRow; recordIds: string[] }) => service.openInspection(input.row, input.recordIds),
)

/** Writes down what was seen; the undo puts back what stood there. Throws ApiError 404, 409 `inspection_state`. */
export const recordInspectionStep = changeStep('record-post-inspection', (service, row: RecordingRow) =>
  service.recordInspection(row),
)

/** Notes a stored photo; the undo forgets it. Throws ApiError 404, 409. */
export const addPhotoStep = changeStep('add-post-inspection-photo', (service, row: PhotoRow) => service.addPhoto(row))

/** Ties a record of the inspectors' app to an inspection. Throws ApiError 404, 409. */
export const linkRecordStep = changeStep(
  'link-inspection-record',
  (service, link: { post_inspection_id: string; inspection_record_id: string; linked_by: string }) =>
    service.linkRecord(link),
)

/** Concludes an inspection and says what must be mended. Throws ApiError 404, 409 `inspection_state`. */
export const concludeInspectionStep = changeStep('conclude-post-inspection', (service, row: ConclusionRow) =>
  service.concludeInspection(row),
)

/** Closes or cancels an inspection. Throws ApiError 404, 409. */
export const endInspectionStep = changeStep(
  'end-post-inspection',
  (service, input: { id: string; move: 'close' | 'cancel'; note: string }) => service.endInspection(input),
)
