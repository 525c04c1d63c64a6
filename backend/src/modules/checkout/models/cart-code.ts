import { model } from '@medusajs/framework/utils'

/** A promotion code the buyer typed into a cart. Whether it applies is judged at every review. */
export const CartCode = model.define('CartCode', {
  /** `cart:code`. */
  key: model.text().primaryKey(),
  cart_id: model.text(),
  code: model.text(),
})
