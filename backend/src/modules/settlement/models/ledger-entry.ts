import { model } from '@medusajs/framework/utils'

/** Bút toán: one amount from one account to another. Insert-only: the database refuses to change or delete a row. */
export const LedgerEntry = model
  .define('LedgerEntry', {
    /** UUIDv7: the order of writing. */
    id: model.text().primaryKey(),
    /** What makes doing a thing twice post it once. */
    key: model.text(),
    kind: model.text(),
    debit: model.text(),
    credit: model.text(),
    /** Whole đồng above 0 (bigint). */
    amount: model.number(),
    /** When it happened, UTC. */
    at: model.dateTime(),
    group_id: model.text().nullable(),
    order_id: model.text().nullable(),
    line_id: model.text().nullable(),
    producer_id: model.text().nullable(),
    centre_id: model.text().nullable(),
    receipt_id: model.text().nullable(),
    refund_id: model.text().nullable(),
    payout_id: model.text().nullable(),
    memo: model.json().nullable(),
  })
  .indexes([
    { name: 'IDX_ledger_entry_key_unique', on: ['key'], unique: true },
    { name: 'IDX_ledger_entry_debit', on: ['debit', 'id'] },
    { name: 'IDX_ledger_entry_credit', on: ['credit', 'id'] },
    { name: 'IDX_ledger_entry_group', on: ['group_id', 'id'] },
    { name: 'IDX_ledger_entry_order', on: ['order_id', 'id'] },
    { name: 'IDX_ledger_entry_line', on: ['line_id'] },
    { name: 'IDX_ledger_entry_producer', on: ['producer_id', 'at'] },
    { name: 'IDX_ledger_entry_refund', on: ['refund_id'] },
    { name: 'IDX_ledger_entry_at', on: ['at'] },
  ])
