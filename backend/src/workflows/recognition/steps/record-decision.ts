import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { DecisionRow, RecognitionModuleService, RecognitionRow } from '../../../modules/recognition/service'

interface RecordDecisionRows {
  decision: DecisionRow
  recognitions: RecognitionRow[]
}

/** Records a decision with its recognitions; the undo takes both off the record. */
export const recordDecisionStep = createStep(
  'record-decision',
  async ({ decision, recognitions }: RecordDecisionRows, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const recorded = await service.recordDecision(decision, recognitions)
    return new StepResponse(
      { decisionId: recorded.decision.id, recognitionIds: recorded.recognitionIds },
      recorded.decision.id,
    )
  },
  async (decisionId, { container }) => {
    if (!decisionId) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.removeDecision(decisionId)
  },
)
