import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { DOSSIER_MODULE } from '../../../modules/dossier'
import type { DossierChange, DossierModuleService } from '../../../modules/dossier/service'

/**
 * Makes one change of a dossier; the undo puts it back and says so in its history. Out: the dossier's id.
 * Throws ApiError 404, 409 `dossier_changed` when somebody saved in between, 409 `dossier_state` when it has moved on.
 */
export const changeDossierStep = createStep(
  'change-dossier',
  async (change: DossierChange, { container }) => {
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const outcome = await dossiers.change(change)
    if (!outcome.done) {
      if (outcome.why === 'gone') throw new ApiError(404, 'not_found')
      throw new ApiError(409, outcome.why === 'changed' ? 'dossier_changed' : 'dossier_state')
    }
    return new StepResponse(change.dossierId, outcome.before)
  },
  async (before, { container }) => {
    if (!before) return
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    await dossiers.undo(before, { type: 'system', id: 'undo', name: 'Hệ thống' })
  },
)
