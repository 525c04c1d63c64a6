import type { MedusaContainer } from '@medusajs/framework/types'
import type { StepInput } from '@sao-lang/traceability/events/step-input'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import { partyRefOf } from '../passports/party-ref'
import type { StepBody } from './bodies'
import { requireOwnGoods } from './own-goods'

/**
 * The entry that goes to the traceability service: what the producer sent, with the party and the member of the session, the
 * confidence a producer can give its own word, and other producers by their party.
 * Throws ApiError 422 when it names goods of others or a producer nobody knows.
 */
export async function stepOfBody(container: MedusaContainer, tenant: Tenant, body: StepBody): Promise<StepInput> {
  await requireOwnGoods(container, tenant, body)
  const handles = [...body.inputs.flatMap((input) => input.producer ?? []), ...(body.handTo ? [body.handTo] : [])]
  const parties = await partiesOf(container, handles)
  return {
    ...body,
    partyRef: tenant.partyRef,
    recordedBy: tenant.memberId,
    confidence: 'self_declared',
    sample: tenant.sample,
    inputs: body.inputs.map(({ producer, ...input }) => ({
      ...input,
      partyRef: producer === null ? null : partyOf(parties, producer, 'inputs'),
    })),
    handTo: body.handTo === null ? null : partyOf(parties, body.handTo, 'handTo'),
  }
}

async function partiesOf(container: MedusaContainer, handles: readonly string[]): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map()
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const wanted = [...new Set(handles)]
  const found = await producers.listProducers({ handle: wanted }, { take: wanted.length, select: ['id', 'handle'] })
  return new Map(found.map((producer) => [producer.handle, partyRefOf(producer.id)]))
}

function partyOf(parties: ReadonlyMap<string, string>, handle: string, field: string): string {
  const party = parties.get(handle)
  if (party === undefined) throw new ApiError(422, 'producer_unknown', { field })
  return party
}
