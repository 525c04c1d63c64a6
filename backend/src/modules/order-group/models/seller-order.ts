import { model } from '@medusajs/framework/utils'
import { DELIVERY_METHODS } from '../../../checkout/delivery-methods'
import { SELLER_ORDER_STATES } from '../states'

/**
 * Đơn theo chủ thể: one producer's part of a group, and what Medusa's order of the same id does not say.
 * Whole đồng in `bigint` columns (read with `toDong`): `goods` is before discounts, `shipping` what the buyer pays for it,
 * `total = goods − discount + shipping`, `refunded` what went back or is on its way back.
 */
export const SellerOrder = model
  .define('SellerOrder', {
    /** Medusa's order id. */
    order_id: model.text().primaryKey(),
    group_id: model.text(),
    /** 1, 2 …: the group's number with it names the order, `SL-2611-0001AB/1`. */
    position: model.number(),
    producer_id: model.text(),
    /** The promotion centre that sells on the producer's behalf. */
    centre_id: model.text().nullable(),
    delivery_method: model.enum([...DELIVERY_METHODS]),
    /** Where it is picked up. */
    shop_id: model.text().nullable(),
    goods: model.number(),
    discount: model.number(),
    shipping: model.number(),
    total: model.number(),
    refunded: model.number().default(0),
    state: model.enum([...SELLER_ORDER_STATES]),
    confirmed_at: model.dateTime().nullable(),
    packed_at: model.dateTime().nullable(),
    shipped_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    /** When it was refused or canceled. */
    closed_at: model.dateTime().nullable(),
    /** Why and by whom it was canceled, as they said it. */
    close_reason: model.text().nullable(),
    closed_by: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_seller_order_group', on: ['group_id'] },
    { name: 'IDX_seller_order_producer', on: ['producer_id', 'state', 'order_id'] },
    { name: 'IDX_seller_order_centre', on: ['centre_id', 'state'], where: 'centre_id IS NOT NULL' },
    { name: 'IDX_seller_order_shop', on: ['shop_id', 'state'], where: 'shop_id IS NOT NULL' },
  ])
