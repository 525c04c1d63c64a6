import type { ArtworkRow } from '../../../modules/post-inspection/service'
import { changeStep } from './change'

/** Puts artwork into the register. */
export const registerArtworkStep = changeStep('register-mark-artwork', (service, row: ArtworkRow) =>
  service.registerArtwork(row),
)

/** Says which day was the last of artwork. Throws ApiError 404, 409 `artwork_ended`, 422 `artwork_days`. */
export const endArtworkStep = changeStep(
  'end-mark-artwork',
  (service, input: { id: string; producerId: string; until: string }) => service.endArtwork(input),
)
