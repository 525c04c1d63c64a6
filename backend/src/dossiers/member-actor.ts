import type { MedusaContainer } from '@medusajs/framework/types'
import type { Tenant } from '../http/tenant'
import type { DossierActor } from '../modules/dossier/service'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'

/** The member who is signed in, as the history of a dossier names them. */
export async function memberActor(container: MedusaContainer, { memberId }: Tenant): Promise<DossierActor> {
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const { name } = await producers.retrieveProducerMember(memberId, { select: ['name'] })
  return { type: 'producer', id: memberId, name }
}
