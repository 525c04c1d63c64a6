import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService } from '../../../modules/recognition/service'

/** Ends a suspension; the undo restores its last day. */
export const liftSuspensionStep = createStep(
  'lift-suspension',
  async (lift: { id: string; to: string | null }, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const before = await service.liftSuspension(lift)
    return new StepResponse({ suspensionId: lift.id }, before)
  },
  async (before, { container }) => {
    if (!before) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.liftSuspension(before)
  },
)
