import { model } from '@medusajs/framework/utils'

/** The newest passport that the traceability service has taken for a product. */
export const PassportReceipt = model.define('PassportReceipt', {
  product_id: model.text().primaryKey(),
  /** Milliseconds since the epoch: the passport's version. */
  version: model.bigNumber(),
  /** Latest change of product, listing, producer and recognitions that it contains. */
  source_changed_at: model.dateTime(),
})
