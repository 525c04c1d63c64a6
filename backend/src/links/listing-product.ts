import { defineLink } from '@medusajs/framework/utils'
import ProductModule from '@medusajs/medusa/product'
import ListingModule from '../modules/listing'

/** `listing_detail.product`. */
export default defineLink(
  { linkable: ListingModule.linkable.listingDetail, field: 'product_id' },
  ProductModule.linkable.product,
  { readOnly: true },
)
