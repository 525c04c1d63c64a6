import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { noteShownStoryStep } from '../steps/note-shown-story'
import { showStoryStep } from '../steps/show-story'
import type { PublishStoryInput } from './publish-story'

/** Shows again what was shown before the last publishing; the draft stays as it is. */
export const takeBackStoryWorkflow = createWorkflow('take-back-story', (input: PublishStoryInput) => {
  const replaced = showStoryStep(input)
  noteShownStoryStep(transform({ input }, (given) => ({ productId: given.input.productId, before: null })))
  return new WorkflowResponse(replaced)
})
