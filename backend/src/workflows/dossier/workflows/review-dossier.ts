import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DossierChange } from '../../../modules/dossier/service'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { changeDossierStep } from '../steps/change-dossier'

export interface ReviewDossierInput {
  change: DossierChange
  audit: AuditDraft
}

/** What a commune does with a dossier before it decides: takes it up, notes what it found. Throws ApiError 404 or 409. */
export const reviewDossierWorkflow = createWorkflow('review-dossier', (input: ReviewDossierInput) => {
  changeDossierStep(input.change)
  auditStep(input.audit)
  return new WorkflowResponse(input.change.dossierId)
})
