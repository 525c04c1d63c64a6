import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { changeDossierStep } from '../steps/change-dossier'
import type { ReviewDossierInput } from './review-dossier'

export interface ReturnDossierInput extends ReviewDossierInput {
  producerId: string
  product: string
  deadline: string
  count: number
}

/** Sends a dossier back with its reasons and a deadline, and tells the producer. Throws ApiError 404 or 409. */
export const returnDossierWorkflow = createWorkflow('return-dossier', (input: ReturnDossierInput) => {
  changeDossierStep(input.change)
  const news = transform({ input }, ({ input: { change, producerId, product, deadline, count } }): NoticeDraft[] => [
    {
      audience: { producerId },
      kind: 'dossier_returned',
      subject: { type: 'dossier', id: change.dossierId },
      params: { product, deadline, count },
      dedupeKey: `returned:${change.dossierId}:${change.version}`,
    },
  ])
  notifyStep(news)
  auditStep(input.audit)
  return new WorkflowResponse(input.change.dossierId)
})
