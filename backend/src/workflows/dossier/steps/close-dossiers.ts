import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { DOSSIER_MODULE } from '../../../modules/dossier'
import type { DossierActor, DossierModuleService } from '../../../modules/dossier/service'

export interface CloseDossiersInput {
  dossierIds: string[]
  decisionId: string
  actor: DossierActor
}

type Closed = { before: Parameters<DossierModuleService['undo']>[0]; actor: DossierActor }[]

/**
 * A signed decision ends the dossiers its results come from; the undo puts them back. Throws ApiError 409 `evaluation_changed` when one is
 * not waiting for a decision any more.
 */
export const closeDossiersStep = createStep(
  'close-dossiers',
  async ({ dossierIds, decisionId, actor }: CloseDossiersInput, { container }) => {
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const closed: Closed = []
    for (const dossierId of dossierIds) {
      const outcome = await dossiers.change({
        ...{ dossierId, version: null, from: ['evaluated'], to: 'decided', act: 'decided', actor },
        detail: { decisionId },
      })
      if (!outcome.done) {
        await putBack(dossiers, closed)
        throw new ApiError(409, 'evaluation_changed')
      }
      closed.push({ before: outcome.before, actor })
    }
    return new StepResponse(dossierIds, closed)
  },
  async (closed, { container }) => {
    if (closed) await putBack(container.resolve(DOSSIER_MODULE), closed)
  },
)

async function putBack(dossiers: DossierModuleService, closed: Closed): Promise<void> {
  for (const { before, actor } of [...closed].reverse()) await dossiers.undo(before, actor)
}
