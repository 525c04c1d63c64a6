import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { LISTING_MODULE } from '../../../modules/listing'
import type { ListingModuleService, ShownStory } from '../../../modules/listing/service'

/** Shows a story on the product page and, by its passport, on the scan page; the undo shows the one before. Out: that one. */
export const showStoryStep = createStep(
  'show-story',
  async ({ productId, story }: { productId: string; story: ShownStory }, { container }) => {
    const listings: ListingModuleService = container.resolve(LISTING_MODULE)
    const before = await listings.showStory(productId, story)
    return new StepResponse(before, { productId, before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const listings: ListingModuleService = container.resolve(LISTING_MODULE)
    await listings.showStory(undo.productId, undo.before)
  },
)
