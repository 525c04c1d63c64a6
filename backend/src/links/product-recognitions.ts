import { defineLink } from '@medusajs/framework/utils'
import ProductModule from '@medusajs/medusa/product'
import RecognitionModule from '../modules/recognition'

/** `product.recognitions`; a recognition holds the product's id, so a decision and its stars are one transaction. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: 'id' },
  { ...RecognitionModule.linkable.recognition.id, primaryKey: 'product_id' },
  { readOnly: true, isList: true },
)
