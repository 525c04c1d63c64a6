import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { DOSSIER_MODULE } from '../../../modules/dossier'
import type { DossierModuleService, StoryText } from '../../../modules/dossier/service'

export interface SaveStoryInput extends StoryText {
  productId: string
  producerId: string
  /** The version the writer saw; 0 when nothing had been written yet. */
  version: number
}

/** Keeps the draft of a story; the undo brings back the one before. Throws ApiError 409 `story_changed`. Out: the version. */
export const saveStoryStep = createStep(
  'save-story',
  async ({ productId, producerId, version, ...text }: SaveStoryInput, { container }) => {
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const saved = await dossiers.saveStory({ productId, producerId }, text, version)
    if (saved === null) throw new ApiError(409, 'story_changed')
    return new StepResponse(saved.version, { productId, before: saved.before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    if (undo.before === null) await dossiers.deleteStoryDrafts(undo.productId)
    else {
      const pictures = undo.before.pictures as unknown as Record<string, unknown>
      await dossiers.updateStoryDrafts({ ...undo.before, pictures, product_id: undo.productId })
    }
  },
)
