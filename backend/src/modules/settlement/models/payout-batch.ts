import { model } from '@medusajs/framework/utils'

/** Đợt chi trả: payouts that one person draws up and another approves. At most one is open at a time. */
export const PayoutBatch = model
  .define('PayoutBatch', {
    id: model.id({ prefix: 'pbat' }).primaryKey(),
    /** People read it aloud and the bank's file carries it, e.g. `CT-20261123-1`. */
    number: model.text(),
    state: model.text(),
    /** Orders delivered by then (UTC) are paid out. */
    earned_before: model.dateTime(),
    created_by: model.text(),
    approved_by: model.text().nullable(),
    approved_at: model.dateTime().nullable(),
    sent_by: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    canceled_by: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_payout_batch_number_unique', on: ['number'], unique: true }])
