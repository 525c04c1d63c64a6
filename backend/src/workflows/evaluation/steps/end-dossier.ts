import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { DOSSIER_MODULE } from '../../../modules/dossier'
import type { DossierActor, DossierModuleService } from '../../../modules/dossier/service'

export interface EndDossierInput {
  dossierId: string
  /** `decided` where no decision is to come; null leaves the dossier as it is. */
  to: 'evaluated' | 'decided' | 'refused' | null
  actor: DossierActor
  detail: Record<string, unknown>
}

/** Tells the dossier what the council found; the undo puts it back. Throws ApiError 409 when it is not with the council any more. */
export const endDossierStep = createStep(
  'end-dossier',
  async ({ dossierId, to, actor, detail }: EndDossierInput, { container }) => {
    if (to === null) return new StepResponse(null, null)
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const outcome = await dossiers.change({
      ...{ dossierId, version: null, from: ['passed_on'], to, act: to, actor, detail },
    })
    if (!outcome.done) throw new ApiError(409, 'evaluation_changed')
    return new StepResponse(to, { before: outcome.before, actor })
  },
  async (done, { container }) => {
    if (!done) return
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    await dossiers.undo(done.before, done.actor)
  },
)
