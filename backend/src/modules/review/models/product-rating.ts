import { model } from '@medusajs/framework/utils'

/** How many shown reviews of a product gave how many points; written with the reviews alone (src/reviews/product-rating.ts). */
export const ProductRating = model
  .define('ProductRating', {
    product_id: model.text().primaryKey(),
    producer_id: model.text(),
    ones: model.number().default(0),
    twos: model.number().default(0),
    threes: model.number().default(0),
    fours: model.number().default(0),
    fives: model.number().default(0),
  })
  .indexes([{ name: 'IDX_product_rating_producer', on: ['producer_id'] }])
