import { model } from '@medusajs/framework/utils'

/** Chi trả: what one producer, or one centre, gets in one batch, to the bank account that was theirs when it was drawn up. */
export const Payout = model
  .define('Payout', {
    id: model.id({ prefix: 'pout' }).primaryKey(),
    batch_id: model.text(),
    /** One of the two. */
    producer_id: model.text().nullable(),
    centre_id: model.text().nullable(),
    /** Of the producer or centre. */
    producer_name: model.text(),
    /** Whole đồng above 0 (bigint). */
    amount: model.number(),
    state: model.text(),
    bank_account_id: model.text(),
    /** NAPAS BIN, 6 digits. The number stays sealed in the account's own row, which never changes. */
    bank_bin: model.text(),
    account_holder: model.text(),
    last_four: model.text(),
    /** Why it was dropped before sending. */
    dropped_because: model.text().nullable(),
    /** The bank's own number of the transfer, unique. */
    bank_reference: model.text().nullable(),
    confirmed_by: model.text().nullable(),
    confirmed_at: model.dateTime().nullable(),
    reversal_reason: model.text().nullable(),
    reversed_by: model.text().nullable(),
    reversed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_payout_batch_producer_unique', on: ['batch_id', 'producer_id'], unique: true },
    {
      name: 'IDX_payout_batch_centre_unique',
      on: ['batch_id', 'centre_id'],
      unique: true,
      where: 'centre_id IS NOT NULL',
    },
    { name: 'IDX_payout_producer', on: ['producer_id', 'id'] },
  ])
