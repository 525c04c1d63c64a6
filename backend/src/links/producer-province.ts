import { defineLink } from '@medusajs/framework/utils'
import PlaceModule from '../modules/place'
import ProducerModule from '../modules/producer'

/** `producer.province`. */
export default defineLink(
  { linkable: ProducerModule.linkable.producer, field: 'province_code' },
  PlaceModule.linkable.province,
  { readOnly: true },
)
