import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type SaveStoryInput, saveStoryStep } from '../steps/save-story'

/** Keeps the draft of a product's story; nobody but its producer sees it. Out: its version. */
export const saveStoryWorkflow = createWorkflow('save-story', (input: SaveStoryInput) => {
  return new WorkflowResponse(saveStoryStep(input))
})
