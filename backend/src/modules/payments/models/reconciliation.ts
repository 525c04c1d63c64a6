import { model } from '@medusajs/framework/utils'

/** Our receipts and refunds of a day against what the gateway says of them. */
export const Reconciliation = model
  .define('Reconciliation', {
    id: model.id({ prefix: 'recn' }).primaryKey(),
    gateway: model.text(),
    /** Calendar day at +07. */
    day: model.text(),
    /** Against each transaction asked for (`query`), or a settlement file. */
    basis: model.enum(['query', 'file']),
    file_name: model.text().nullable(),
    receipts: model.number(),
    received: model.bigNumber(),
    refunds: model.number(),
    refunded: model.bigNumber(),
    differences: model.json(),
    made_at: model.dateTime(),
  })
  .indexes([{ name: 'IDX_reconciliation_day_unique', on: ['gateway', 'day', 'basis'], unique: true }])
