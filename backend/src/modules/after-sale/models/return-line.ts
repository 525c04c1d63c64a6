import { model } from '@medusajs/framework/utils'

/** How many of a line are asked back, and what was paid for them (whole đồng, bigint). */
export const ReturnLine = model
  .define('ReturnLine', {
    id: model.id({ prefix: 'rlin' }).primaryKey(),
    request_id: model.text(),
    order_id: model.text(),
    line_id: model.text(),
    product_id: model.text(),
    title: model.text(),
    quantity: model.number(),
    amount: model.number(),
  })
  .indexes([
    { name: 'IDX_return_line_unique', on: ['request_id', 'line_id'], unique: true },
    { name: 'IDX_return_line_order', on: ['order_id', 'line_id'] },
  ])
