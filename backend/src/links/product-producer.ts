import { defineLink } from '@medusajs/framework/utils'
import ProductModule from '@medusajs/medusa/product'
import ProducerModule from '../modules/producer'

/** `product.producer`, `producer.products`. */
export default defineLink(
  { linkable: ProductModule.linkable.product, isList: true },
  { linkable: ProducerModule.linkable.producer },
)
