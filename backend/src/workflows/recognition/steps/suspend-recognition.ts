import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { SuspensionRow } from '../../../modules/recognition/rows'
import type { RecognitionModuleService } from '../../../modules/recognition/service'

/** Suspends a recognition; the undo takes the suspension off the record. */
export const suspendRecognitionStep = createStep(
  'suspend-recognition',
  async (row: SuspensionRow, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const suspensionId = await service.suspend(row)
    return new StepResponse({ suspensionId }, suspensionId)
  },
  async (suspensionId, { container }) => {
    if (!suspensionId) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.removeSuspension(suspensionId)
  },
)
