import { defineLink } from '@medusajs/framework/utils'
import ProductModule from '@medusajs/medusa/product'
import RecognitionModule from '../modules/recognition'

/** `recognition.product`. */
export default defineLink(
  { linkable: RecognitionModule.linkable.recognition, field: 'product_id' },
  ProductModule.linkable.product,
  { readOnly: true },
)
