import { model } from '@medusajs/framework/utils'
import { RECEIPT_OUTCOMES, RECEIPT_SOURCES } from '../kinds'

/** Money that came in, once: no row is ever deleted, and its amount never changes. */
export const PaymentReceipt = model
  .define('PaymentReceipt', {
    id: model.id({ prefix: 'prcp' }).primaryKey(),
    source: model.enum([...RECEIPT_SOURCES]),
    /** The gateway's or the bank's own number. */
    reference: model.text(),
    attempt_reference: model.text().nullable(),
    group_id: model.text(),
    amount: model.bigNumber(),
    /** What of it was asked back so far; the database lets it never exceed the amount. */
    refunded: model.bigNumber(),
    received_at: model.dateTime(),
    outcome: model.enum([...RECEIPT_OUTCOMES]),
    raw: model.json(),
  })
  .indexes([
    { name: 'IDX_payment_receipt_reference_unique', on: ['source', 'reference'], unique: true },
    { name: 'IDX_payment_receipt_group', on: ['group_id'] },
    { name: 'IDX_payment_receipt_received', on: ['received_at'] },
  ])
