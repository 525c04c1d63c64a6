import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService, ValidityChange } from '../../../modules/recognition/service'

/** Changes from when to when a recognition counts; the undo restores the days before. */
export const changeValidityStep = createStep(
  'change-validity',
  async (change: ValidityChange, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const before = await service.changeValidity(change)
    return new StepResponse({ recognitionId: change.id }, before)
  },
  async (before, { container }) => {
    if (!before) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.changeValidity(before)
  },
)
