import { defineLink } from '@medusajs/framework/utils'
import OrderModule from '@medusajs/medusa/order'
import OrderGroupModule from '../modules/order-group'

/** `order.seller_order`. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: 'id' },
  { ...OrderGroupModule.linkable.sellerOrder.order_id, primaryKey: 'order_id' },
  { readOnly: true },
)
