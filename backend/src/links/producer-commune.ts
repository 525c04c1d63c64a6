import { defineLink } from '@medusajs/framework/utils'
import PlaceModule from '../modules/place'
import ProducerModule from '../modules/producer'

/** `producer.commune`. */
export default defineLink(
  { linkable: ProducerModule.linkable.producer, field: 'commune_code' },
  PlaceModule.linkable.commune,
  { readOnly: true },
)
