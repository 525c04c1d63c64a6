import { model } from '@medusajs/framework/utils'
import { DELIVERY_METHODS } from '../../../checkout/delivery-methods'

/** How the buyer wants one producer's goods delivered. Without a row the cheapest delivery is taken. */
export const CartChoice = model.define('CartChoice', {
  /** `cart:producer`. */
  key: model.text().primaryKey(),
  cart_id: model.text(),
  producer_id: model.text(),
  method: model.enum([...DELIVERY_METHODS]),
  shop_id: model.text().nullable(),
})
