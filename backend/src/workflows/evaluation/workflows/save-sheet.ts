import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type ScoreItemInput, scoreItemStep } from '../steps/score-item'

/**
 * Keeps a member's unfinished sheet. It is not on the audit: a draft is nobody's business but its writer's.
 * Throws ApiError 409 `sheet_sealed`, 422 `score_outside_options`.
 */
export const saveSheetWorkflow = createWorkflow(
  'save-sheet',
  (input: { itemId: string; command: Extract<ScoreItemInput['command'], { act: 'save' }> }) =>
    new WorkflowResponse(scoreItemStep(transform({ input }, ({ input: given }): ScoreItemInput => ({ ...given })))),
)
