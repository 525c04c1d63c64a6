import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { noteRecallLiftedStep } from '../steps/note-recall-lifted'

/** Tells the buyers that a recall is over. Out: ids of the notes it was new for. */
export const noteRecallLiftedWorkflow = createWorkflow(
  'note-recall-lifted',
  (input: { recallNo: string; producerId: string }) => {
    return new WorkflowResponse(noteRecallLiftedStep(input))
  },
)
