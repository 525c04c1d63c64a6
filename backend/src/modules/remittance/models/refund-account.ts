import { model } from '@medusajs/framework/utils'

/** Where a buyer wants a refund paid to: sealed, and erased when it was paid. */
export const RefundAccount = model.define('RefundAccount', {
  refund_id: model.text().primaryKey(),
  sealed: model.json().nullable(),
  /** `Vietcombank •••6789`. */
  hint: model.text(),
  given_at: model.dateTime(),
  erased_at: model.dateTime().nullable(),
})
