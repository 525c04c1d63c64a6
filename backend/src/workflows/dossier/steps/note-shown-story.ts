import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { DOSSIER_MODULE } from '../../../modules/dossier'
import type { DossierModuleService } from '../../../modules/dossier/service'
import type { ShownStory } from '../../../modules/listing/service'

/** Notes at a draft that it is shown, with what was shown before; null when the publishing was taken back. The undo forgets the note. */
export const noteShownStoryStep = createStep(
  'note-shown-story',
  async ({ productId, before }: { productId: string; before: ShownStory | null }, { container }) => {
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const draft = await dossiers.retrieveStoryDraft(productId)
    await dossiers.updateStoryDrafts({
      product_id: productId,
      published_at: before === null ? null : new Date(),
      shown_before: before as unknown as Record<string, unknown> | null,
    })
    return new StepResponse(null, { productId, published_at: draft.published_at, shown_before: draft.shown_before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
    const { productId, ...noted } = undo
    await dossiers.updateStoryDrafts({ product_id: productId, ...noted })
  },
)
