import { model } from '@medusajs/framework/utils'

/** A carrier's list of parcels delivered and refused with the money for them. Whole đồng in `bigint` columns. */
export const CarrierFile = model.define('CarrierFile', {
  id: model.id({ prefix: 'crf' }).primaryKey(),
  carrier: model.text(),
  hash: model.text(),
  name: model.text(),
  lines: model.number(),
  new_lines: model.number(),
  taken_by: model.text(),
  taken_at: model.dateTime(),
  /** What arrived at the bank for it, with the bank's number; null until an operator has seen it. */
  remitted: model.number().nullable(),
  remitted_on: model.text().nullable(),
  bank_reference: model.text().nullable(),
  remitted_by: model.text().nullable(),
})
