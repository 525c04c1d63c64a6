import { model } from '@medusajs/framework/utils'

/** How many of an order's line lie in a parcel. */
export const ParcelLine = model
  .define('ParcelLine', {
    id: model.id({ prefix: 'pcln' }).primaryKey(),
    parcel_id: model.text(),
    order_id: model.text(),
    line_id: model.text(),
    product_id: model.text(),
    title: model.text(),
    quantity: model.number(),
  })
  .indexes([
    { name: 'IDX_parcel_line_unique', on: ['parcel_id', 'line_id'], unique: true },
    { name: 'IDX_parcel_line_order', on: ['order_id', 'line_id'] },
  ])
