import { defineLink } from '@medusajs/framework/utils'
import OrderGroupModule from '../modules/order-group'
import ProducerModule from '../modules/producer'

/** `seller_order.producer`. */
export default defineLink(
  { linkable: OrderGroupModule.linkable.sellerOrder, field: 'producer_id' },
  ProducerModule.linkable.producer,
  { readOnly: true },
)
