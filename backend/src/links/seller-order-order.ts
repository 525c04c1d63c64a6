import { defineLink } from '@medusajs/framework/utils'
import OrderModule from '@medusajs/medusa/order'
import OrderGroupModule from '../modules/order-group'

/** `seller_order.order`: Medusa's order with its items, address and fulfilments. */
export default defineLink(
  { linkable: OrderGroupModule.linkable.sellerOrder, field: 'order_id' },
  OrderModule.linkable.order,
  { readOnly: true },
)
