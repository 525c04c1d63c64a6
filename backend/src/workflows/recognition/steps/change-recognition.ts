import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionChange } from '../../../modules/recognition/rows'
import type { RecognitionModuleService } from '../../../modules/recognition/service'

/** Changes a recognition after its decision; the undo restores what was there. */
export const changeRecognitionStep = createStep(
  'change-recognition',
  async (change: RecognitionChange, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const before = await service.changeRecognition(change)
    return new StepResponse({ recognitionId: change.id }, before)
  },
  async (before, { container }) => {
    if (!before) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.changeRecognition(before)
  },
)
