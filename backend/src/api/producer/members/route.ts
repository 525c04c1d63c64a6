import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { PRODUCER_MODULE } from '../../../modules/producer'
import type { ProducerModuleService } from '../../../modules/producer/service'
import { toMemberView } from '../../../producers/member-view'
import { openInvitations } from '../../../sellers/members'

/** `GET /producer/members`: the people of the producer and who is invited. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const members = await producers.listProducerMembers(
    { producer_id: producerId },
    { take: 500, order: { name: 'ASC', id: 'ASC' } },
  )
  neverCache(res)
  res.json({ members: members.map(toMemberView), invitations: await openInvitations(req.scope, producerId) })
}
