import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { LISTING_MODULE } from '../../../modules/listing'
import type { ListingModuleService, ListingRow } from '../../../modules/listing/service'

/** Adds the details of new products; the undo removes them. */
export const addListingsStep = createStep(
  'add-listings',
  async (rows: ListingRow[], { container }) => {
    const listings: ListingModuleService = container.resolve(LISTING_MODULE)
    const ids = await listings.addListings(rows)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    const listings: ListingModuleService = container.resolve(LISTING_MODULE)
    await listings.deleteListingDetails(ids)
  },
)
