import { model } from '@medusajs/framework/utils'
import { BANK_LINE_STATES } from '../states'

/** Money that came into the bank account, once in whichever files it stands. Whole đồng in a `bigint` column. */
export const BankLine = model
  .define('BankLine', {
    id: model.id({ prefix: 'bkl' }).primaryKey(),
    file_id: model.text(),
    row_no: model.number(),
    /** Hash of day, amount, content and the bank's number, with its place among equal ones. */
    line_key: model.text(),
    at: model.dateTime(),
    amount: model.number(),
    content: model.text(),
    bank_reference: model.text().nullable(),
    state: model.enum([...BANK_LINE_STATES]),
    group_id: model.text().nullable(),
    /** The counter sale it pays; one line a sale. */
    sale_id: model.text().nullable(),
    /** Above the limit a second person must choose the same group. */
    proposed_group_id: model.text().nullable(),
    proposed_by: model.text().nullable(),
    note: model.text().nullable(),
    settled_by: model.text().nullable(),
    settled_at: model.dateTime().nullable(),
    /** How often its entry was written or taken back: names the next one. */
    turns: model.number().default(0),
  })
  .indexes([
    { name: 'IDX_bank_line_state', on: ['state', 'at'] },
    { name: 'IDX_bank_line_sale_unique', on: ['sale_id'], unique: true, where: 'sale_id IS NOT NULL' },
  ])
