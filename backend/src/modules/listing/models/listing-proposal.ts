import { model } from '@medusajs/framework/utils'
import { PROPOSAL_STATES } from '../proposal-states'

/** A product that a producer would like to sell, from its first draft to the product. */
export const ListingProposal = model
  .define('ListingProposal', {
    id: model.id({ prefix: 'lprp' }).primaryKey(),
    producer_id: model.text(),
    state: model.enum([...PROPOSAL_STATES]).default('draft'),
    /** `ListingDraft`. */
    content: model.json(),
    /** Counts what was saved, so that of two open forms the older one is refused. */
    version: model.number().default(1),
    /** Address of the product's page, fixed when it is submitted. */
    handle: model.text().nullable(),
    product_id: model.text().nullable(),
    /** The product on sale that it adds pack sizes to; null for a new product. */
    for_product_id: model.text().nullable(),
    written_by: model.text(),
    submitted_at: model.dateTime().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    reason: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_listing_proposal_producer', on: ['producer_id', 'state'] },
    { name: 'IDX_listing_proposal_state', on: ['state', 'submitted_at'] },
    { name: 'IDX_listing_proposal_handle_unique', on: ['handle'], unique: true, where: 'handle IS NOT NULL' },
  ])
