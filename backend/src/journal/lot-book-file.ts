import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import { askTrace } from './ask-trace'
import type { PeriodQuery } from './bodies'
import { passOn, traceService } from './pass-on'

/** Answers with the lot book of the tenant as a file to keep; the names of its people are added here. */
export async function sendLotBook(req: MedusaRequest, res: MedusaResponse, format: 'pdf' | 'xlsx'): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { from, to } = req.validatedQuery as unknown as PeriodQuery
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const producer = await producers.retrieveProducer(tenant.producerId, { select: ['id', 'name', 'handle'] })
  const members = await producers.listProducerMembers(
    { producer_id: tenant.producerId },
    { take: 500, select: ['id', 'name'], withDeleted: true },
  )
  const answer = await askTrace(traceService(), tenant.partyRef, {
    method: 'POST',
    path: ['parties', tenant.partyRef, `journal.${format}`],
    body: {
      from,
      to,
      producer: producer.name,
      people: Object.fromEntries(members.map((member) => [member.id, member.name])),
    },
    file: true,
  })
  if (answer.status === 200) res.attachment(`so-lo-${producer.handle}-${from}-${to}.${format}`)
  passOn(res, answer)
}
