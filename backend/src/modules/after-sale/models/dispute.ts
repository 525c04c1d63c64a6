import { model } from '@medusajs/framework/utils'

/** A refused request that the buyer took to the operator. */
export const Dispute = model
  .define('Dispute', {
    id: model.id({ prefix: 'dspt' }).primaryKey(),
    request_id: model.text(),
    order_id: model.text(),
    producer_id: model.text(),
    state: model.enum(['open', 'decided']).default('open'),
    statement: model.text(),
    opened_at: model.dateTime(),
    outcome: model.enum(['refund', 'partial', 'refuse']).nullable(),
    /** Whole đồng (bigint). */
    amount: model.number().nullable(),
    decision: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    decided_by: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_dispute_request_unique', on: ['request_id'], unique: true },
    { name: 'IDX_dispute_state', on: ['state', 'opened_at'] },
  ])
