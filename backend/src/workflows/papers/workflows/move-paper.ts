import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { movePaperStep, type PaperMove } from '../steps/move-paper'

/** Withdraws a paper from the store, or puts a withdrawn one back. Dossiers that cite it keep it either way. */
export const movePaperWorkflow = createWorkflow(
  'move-paper',
  (input: PaperMove) => new WorkflowResponse(movePaperStep(input)),
)
