import { model } from '@medusajs/framework/utils'
import { CHANGE_STATES } from '../change-states'

/** What a producer asks to show of a product instead of what is shown; at most one waits per product. */
export const ListingChange = model
  .define('ListingChange', {
    id: model.id({ prefix: 'lchg' }).primaryKey(),
    product_id: model.text(),
    producer_id: model.text(),
    state: model.enum([...CHANGE_STATES]).default('submitted'),
    /** `ListingContent` as it was shown when the change was submitted. */
    base: model.json(),
    /** `ListingContent` as it is to be. */
    proposed: model.json(),
    submitted_by: model.text(),
    submitted_at: model.dateTime(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    reason: model.text().nullable(),
  })
  .indexes([
    {
      name: 'IDX_listing_change_waiting',
      on: ['product_id'],
      unique: true,
      where: "state = 'submitted' AND deleted_at IS NULL",
    },
    { name: 'IDX_listing_change_product', on: ['product_id', 'submitted_at'], where: 'deleted_at IS NULL' },
    { name: 'IDX_listing_change_state', on: ['state', 'submitted_at'], where: 'deleted_at IS NULL' },
  ])
