import { model } from '@medusajs/framework/utils'

/** The last receipt number given in a commune and year. */
export const ReceiptCounter = model.define('ReceiptCounter', {
  /** `province-commune-year`. */
  key: model.text().primaryKey(),
  last: model.number(),
})
