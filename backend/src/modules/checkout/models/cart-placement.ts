import { model } from '@medusajs/framework/utils'

/** One row a cart that became an order: the last word on "which order is this cart", whatever happens to locks. */
export const CartPlacement = model
  .define('CartPlacement', {
    cart_id: model.text().primaryKey(),
    order_id: model.text(),
    display_id: model.number(),
    total: model.bigNumber(),
    placed_at: model.dateTime(),
  })
  .indexes([
    { name: 'IDX_cart_placement_order_id_unique', on: ['order_id'], unique: true, where: 'deleted_at IS NULL' },
  ])
