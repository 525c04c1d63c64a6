import { model } from '@medusajs/framework/utils'

/** Sums of the reviews of a product that are shown; written with them, proven equal by a job. */
export const ProductRating = model.define('ProductRating', {
  product_id: model.text().primaryKey(),
  count: model.number(),
  sum: model.number(),
  stars_1: model.number(),
  stars_2: model.number(),
  stars_3: model.number(),
  stars_4: model.number(),
  stars_5: model.number(),
})
