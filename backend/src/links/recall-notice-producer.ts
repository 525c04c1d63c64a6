import { defineLink } from '@medusajs/framework/utils'
import ProducerModule from '../modules/producer'
import RecallModule from '../modules/recall'

/** `recall_notice.producer`. */
export default defineLink(
  { linkable: RecallModule.linkable.recallNotice, field: 'producer_id' },
  ProducerModule.linkable.producer,
  { readOnly: true },
)
