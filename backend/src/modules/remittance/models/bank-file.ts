import { model } from '@medusajs/framework/utils'

/** A bank statement that was taken over. The same file is taken once, by its SHA-256. */
export const BankFile = model.define('BankFile', {
  id: model.id({ prefix: 'bkf' }).primaryKey(),
  hash: model.text(),
  name: model.text(),
  lines: model.number(),
  /** Of its lines those that no file before had. */
  new_lines: model.number(),
  taken_by: model.text(),
  taken_at: model.dateTime(),
})
