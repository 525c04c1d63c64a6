import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import type { Doer } from '../workflows/post-inspection/doer'

/** A producer's member as the one who does something; the journal calls them by their producer. */
export async function holderDoer(container: MedusaContainer, { memberId, producerId }: Tenant): Promise<Doer> {
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const { name, province_code, commune_code } = await producers.retrieveProducer(producerId)
  return {
    actor: { type: 'producer', id: memberId, name, post: null },
    place: { provinceCode: province_code, communeCode: commune_code },
  }
}

/** Throws ApiError 422 `evidence_unknown` for a file that is not in the producer's own store. */
export async function requireOwnFile(container: MedusaContainer, producerId: string, file: string): Promise<void> {
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const [kept] = await producers.listEvidenceFiles({ file, producer_id: producerId }, { take: 1, select: ['file'] })
  if (!kept) throw new ApiError(422, 'evidence_unknown', { field: 'file' })
}
