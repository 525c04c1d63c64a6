import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DossierChange } from '../../../modules/dossier/service'
import { changeDossierStep } from '../steps/change-dossier'

/** Keeps what a producer wrote: form, answers or papers. Out: the dossier's id. Throws ApiError 404 or 409. */
export const saveDossierWorkflow = createWorkflow('save-dossier', (input: DossierChange) => {
  return new WorkflowResponse(changeDossierStep(input))
})
