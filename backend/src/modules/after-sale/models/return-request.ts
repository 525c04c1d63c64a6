import { model } from '@medusajs/framework/utils'
import { REQUEST_KINDS, REQUEST_STATES, RETURN_REASONS } from '../states'

/** What a buyer asks back of one seller order. Whole đồng in `bigint` columns. */
export const ReturnRequest = model
  .define('ReturnRequest', {
    id: model.id({ prefix: 'rret' }).primaryKey(),
    /** The buyer's key: sent twice, it is one request. */
    key: model.text(),
    order_id: model.text(),
    group_id: model.text(),
    producer_id: model.text(),
    kind: model.enum([...REQUEST_KINDS]),
    state: model.enum([...REQUEST_STATES]).default('asked'),
    reason: model.enum([...RETURN_REASONS]),
    note: model.text().nullable(),
    /** For the lines, and for the freight: what would go back if all of it is accepted. */
    goods_amount: model.number(),
    freight_amount: model.number(),
    /** What did go back; null until it is decided. */
    refund_amount: model.number().nullable(),
    refund_id: model.text().nullable(),
    answer: model.text().nullable(),
    answered_at: model.dateTime().nullable(),
    answered_by: model.text().nullable(),
    /** Said by the producer when the goods are back; only sellable goods go back into stock. */
    sellable: model.boolean().nullable(),
    received_at: model.dateTime().nullable(),
    asked_at: model.dateTime(),
    closed_at: model.dateTime().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_return_request_key_unique', on: ['order_id', 'key'], unique: true },
    { name: 'IDX_return_request_group', on: ['group_id'] },
    { name: 'IDX_return_request_producer', on: ['producer_id', 'state', 'asked_at'] },
  ])
