import { model } from '@medusajs/framework/utils'
import { OFFER_BEARERS, OFFER_KINDS, OFFER_SCOPES } from '../kinds'

/** Khuyến mại by code. Amounts are whole đồng in `bigint` columns: read them with `toDong`. */
export const PromotionOffer = model.define('PromotionOffer', {
  id: model.id({ prefix: 'offer' }).primaryKey(),
  /** Upper case; what the buyer types. */
  code: model.text(),
  title_vi: model.text(),
  title_en: model.text(),
  kind: model.enum([...OFFER_KINDS]),
  /** Percent: hundredths of a percent (1000 is 10 %); amount: đồng; free delivery: null. */
  value: model.number().nullable(),
  bearer: model.enum([...OFFER_BEARERS]),
  /** The centre that bears it. */
  centre_id: model.text().nullable(),
  scope: model.enum([...OFFER_SCOPES]),
  producer_id: model.text().nullable(),
  product_ids: model.array(),
  /** Goods in scope must be worth at least this much before discounts. */
  min_spend: model.number().default(0),
  max_discount: model.number().nullable(),
  /** Days yyyy-mm-dd at +07, both included. */
  first_day: model.text(),
  last_day: model.text().nullable(),
  max_uses: model.number().nullable(),
  max_uses_per_buyer: model.number().nullable(),
  /** Offers of one stacking group exclude each other: the one that takes off most is applied. */
  stacking_group: model.text(),
  /** Groups that use it now; never above `max_uses`. */
  uses: model.number().default(0),
  /** Null: in force. */
  ended_at: model.dateTime().nullable(),
  sample: model.boolean().default(false),
})
