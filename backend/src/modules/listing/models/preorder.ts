import { model } from '@medusajs/framework/utils'

/** A pack size that is ordered before its harvest. Its stock is what the harvest is to give. */
export const Preorder = model
  .define('Preorder', {
    id: model.id({ prefix: 'preo' }).primaryKey(),
    /** Of the pack size: fixed before it is made. */
    sku: model.text(),
    /** Days at +07, yyyy-mm-dd: nothing leaves before the first, nothing is ordered after the last. */
    harvest_from: model.text(),
    harvest_to: model.text(),
    closed_at: model.dateTime().nullable(),
  })
  .indexes([{ name: 'IDX_preorder_sku_unique', on: ['sku'], unique: true }])
