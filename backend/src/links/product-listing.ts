import { defineLink } from '@medusajs/framework/utils'
import ProductModule from '@medusajs/medusa/product'
import ListingModule from '../modules/listing'

/** `product.listing_detail`; the listing holds the product's id, so one transaction writes both. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: 'id' },
  { ...ListingModule.linkable.listingDetail.id, primaryKey: 'product_id' },
  { readOnly: true },
)
