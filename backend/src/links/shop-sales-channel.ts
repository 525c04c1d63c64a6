import { defineLink } from '@medusajs/framework/utils'
import SalesChannelModule from '@medusajs/medusa/sales-channel'
import PromotionCentreModule from '../modules/promotion-centre'

/** `shop.sales_channel`. */
export default defineLink(
  { linkable: PromotionCentreModule.linkable.shop, field: 'sales_channel_id' },
  SalesChannelModule.linkable.salesChannel,
  { readOnly: true },
)
