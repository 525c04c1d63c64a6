import { model } from '@medusajs/framework/utils'

/** An offer used by an order group; given back when the group expires or is canceled before it was paid. */
export const PromotionUse = model.define('PromotionUse', {
  /** `offer:group`. */
  key: model.text().primaryKey(),
  offer_id: model.text(),
  group_id: model.text(),
  /** Keyed hashes of the buyer's phone number and e-mail address (src/promotion-offers/buyer-hash.ts). */
  buyer_hash: model.text(),
  email_hash: model.text().nullable(),
  amount: model.number(),
  released_at: model.dateTime().nullable(),
})
