import { defineLink } from '@medusajs/framework/utils'
import EvidenceModule from '../modules/evidence'
import ProducerModule from '../modules/producer'

/** `paper.producer`. */
export default defineLink(
  { linkable: EvidenceModule.linkable.paper, field: 'producer_id' },
  ProducerModule.linkable.producer,
  {
    readOnly: true,
  },
)
