import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NotedRecall } from '../../../modules/recall/service'
import { noteRecallStep } from '../steps/note-recall'

/** Tells the buyers of recalled goods on their order's page. Out: ids of the new notes. */
export const noteRecallWorkflow = createWorkflow('note-recall', (input: NotedRecall) => {
  return new WorkflowResponse(noteRecallStep(input))
})
