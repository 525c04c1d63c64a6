import type { MedusaContainer } from '@medusajs/framework/types'
import type { LotPage } from '@sao-lang/traceability/events/lot-book'
import type { Tenant } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import { partyRefOf } from '../passports/party-ref'

/** Another producer, by its party in the journal. */
export interface NamedParty {
  ref: string
  handle: string
  name: string
}

/** The producers behind some parties; parties that are no producer's are left out. */
export async function producersOfParties(container: MedusaContainer, refs: readonly string[]): Promise<NamedParty[]> {
  const ids = [...new Set(refs)]
  if (ids.length === 0) return []
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  // A party is named by the producer's id; see `partyRefOf`.
  const found = await producers.listProducers({ id: ids }, { take: ids.length, select: ['id', 'handle', 'name'] })
  return found.map(({ id, handle, name }) => ({ ref: partyRefOf(id), handle, name }))
}

/** Who else the entries on a lot's page name: who handed goods over, and who got them. */
export async function namedParties(
  container: MedusaContainer,
  tenant: Tenant,
  { entries }: Pick<LotPage, 'entries'>,
): Promise<NamedParty[]> {
  const refs = entries.flatMap(({ entry }) => [
    ...(entry.handTo === null ? [] : [entry.handTo]),
    ...entry.inputs.flatMap((input) => input.partyRef ?? []),
  ])
  return producersOfParties(
    container,
    refs.filter((ref) => ref !== tenant.partyRef),
  )
}
