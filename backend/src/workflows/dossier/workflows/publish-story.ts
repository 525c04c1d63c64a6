import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { ShownStory } from '../../../modules/listing/service'
import { noteShownStoryStep } from '../steps/note-shown-story'
import { showStoryStep } from '../steps/show-story'

export interface PublishStoryInput {
  productId: string
  story: ShownStory
}

/** Shows the story of a draft on the product page and the scan page, and remembers what was there before. */
export const publishStoryWorkflow = createWorkflow('publish-story', (input: PublishStoryInput) => {
  const before = showStoryStep(input)
  const note = transform({ input, before }, (given) => ({ productId: given.input.productId, before: given.before }))
  noteShownStoryStep(note)
  return new WorkflowResponse(before)
})
