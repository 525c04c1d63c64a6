import { model } from '@medusajs/framework/utils'

/** What of a refund is for which line: the reversal of the line's terms goes by the sum of those not taken back. */
export const RefundShare = model
  .define('RefundShare', {
    id: model.text().primaryKey(),
    refund_id: model.text(),
    order_id: model.text(),
    line_id: model.text(),
    /** Units given back; 0 for a price reduction. */
    quantity: model.number(),
    /** Whole đồng from 0 (bigint). */
    amount: model.number(),
    /** Set when the refund was refused for good. */
    taken_back_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_refund_share_unique', on: ['refund_id', 'line_id'], unique: true },
    { name: 'IDX_refund_share_order', on: ['order_id'] },
  ])
