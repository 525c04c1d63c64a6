import { model } from '@medusajs/framework/utils'
import { HIDE_REASONS, REVIEW_STATES } from '../states'

/** What a buyer says of one delivered line of an order; a line has at most one. */
export const Review = model
  .define('Review', {
    id: model.id({ prefix: 'rvw' }).primaryKey(),
    line_id: model.text(),
    order_id: model.text(),
    group_id: model.text(),
    product_id: model.text(),
    producer_id: model.text(),
    /** 1 to 5. */
    points: model.number(),
    body: model.text(),
    /** As the buyer wants to be called; null: no name. */
    display_name: model.text().nullable(),
    state: model.enum([...REVIEW_STATES]).default('waiting'),
    hide_reason: model.enum([...HIDE_REASONS]).nullable(),
    written_at: model.dateTime(),
    decided_at: model.dateTime().nullable(),
    decided_by: model.text().nullable(),
    reply: model.text().nullable(),
    replied_at: model.dateTime().nullable(),
    /** The producer asks the operator to look at it. */
    report: model.text().nullable(),
    reported_at: model.dateTime().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_review_line_unique', on: ['line_id'], unique: true },
    { name: 'IDX_review_product', on: ['product_id', 'state', 'written_at'] },
    { name: 'IDX_review_producer', on: ['producer_id', 'written_at'] },
    { name: 'IDX_review_state', on: ['state', 'written_at'] },
  ])
