import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DossierActor, NewDossier } from '../../../modules/dossier/service'
import { beginDossierStep } from '../steps/begin-dossier'

/** Begins a dossier for a product that has none on its way. Out: its id. Throws ApiError 409 `dossier_open`. */
export const beginDossierWorkflow = createWorkflow(
  'begin-dossier',
  (input: { row: NewDossier; actor: DossierActor }) => {
    return new WorkflowResponse(beginDossierStep(input))
  },
)
