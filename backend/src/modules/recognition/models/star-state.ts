import { model } from '@medusajs/framework/utils'

/**
 * The star of a product as it was last announced to the search documents and the passports. Never shown: it only tells
 * the `refresh-recognitions` job whose star has changed since.
 */
export const StarState = model.define('StarState', {
  product_id: model.text().primaryKey(),
  /** Stars, status and recognition of that day as one comparable text. */
  fingerprint: model.text(),
})
