import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { DossierChange } from '../../../modules/dossier/service'
import type { NoticeDraft } from '../../../notices/notify'
import { notifyStep } from '../../notice/steps/notify'
import { changeDossierStep } from '../steps/change-dossier'

export interface WithdrawDossierInput {
  change: DossierChange
  /** The commune that has it already, and its product; null for a draft, which nobody else knows. */
  told: { provinceCode: string; communeCode: string; product: string } | null
}

/** Takes a dossier back for good; the commune that has it is told. Throws ApiError 409. */
export const withdrawDossierWorkflow = createWorkflow('withdraw-dossier', (input: WithdrawDossierInput) => {
  changeDossierStep(input.change)
  const news = transform({ input }, ({ input: { change, told } }): NoticeDraft[] =>
    told === null
      ? []
      : [
          {
            audience: { provinceCode: told.provinceCode, communeCode: told.communeCode, verb: 'dossier:pass_on' },
            kind: 'dossier_withdrawn',
            subject: { type: 'dossier', id: change.dossierId },
            params: { product: told.product },
            dedupeKey: `withdrawn:${change.dossierId}`,
          },
        ],
  )
  notifyStep(news)
  return new WorkflowResponse(input.change.dossierId)
})
