import { model } from '@medusajs/framework/utils'
import { REVIEW_STATES } from '../states'

/** What a buyer says of a line that was delivered to them; one a line, for ever. */
export const Review = model
  .define('Review', {
    id: model.id({ prefix: 'rev' }).primaryKey(),
    line_id: model.text(),
    order_id: model.text(),
    group_id: model.text(),
    product_id: model.text(),
    producer_id: model.text(),
    /** 1 to 5. These are a buyer's, never the programme's stars. */
    stars: model.number(),
    text: model.text(),
    /** As shown: the given name and the first letter of the family name. */
    author: model.text(),
    state: model.enum([...REVIEW_STATES]).default('shown'),
    at: model.dateTime(),
    reply: model.text().nullable(),
    replied_at: model.dateTime().nullable(),
    flag_reason: model.text().nullable(),
    flagged_at: model.dateTime().nullable(),
    settled_at: model.dateTime().nullable(),
    settled_by: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_review_line_unique', on: ['line_id'], unique: true },
    { name: 'IDX_review_product', on: ['product_id', 'state', 'at'] },
    { name: 'IDX_review_producer', on: ['producer_id', 'at'] },
    { name: 'IDX_review_flagged', on: ['flagged_at'], where: "state = 'flagged'" },
  ])
