import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { PRODUCER_MODULE } from '../../../../../modules/producer'
import type { ProducerModuleService } from '../../../../../modules/producer/service'
import { toMemberView } from '../../../../../producers/member-view'
import { createProducerMemberWorkflow } from '../../../../../workflows/producer/workflows/create-producer-member'
import type { NewMemberBody } from '../../../validators'

/** `GET /admin/producers/:id/members`: the people of a producer, by name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  await producers.retrieveProducer(String(req.params.id), { select: ['id'] })
  const members = await producers.listProducerMembers(
    { producer_id: String(req.params.id) },
    { take: 500, order: { name: 'ASC', id: 'ASC' } },
  )
  neverCache(res)
  res.json({ members: members.map(toMemberView) })
}

/** `POST /admin/producers/:id/members`: an account for a person of a producer. */
export async function POST(req: MedusaRequest<NewMemberBody>, res: MedusaResponse): Promise<void> {
  const { result } = await createProducerMemberWorkflow(req.scope).run({
    input: { ...req.validatedBody, phone: req.validatedBody.phone ?? null, producerId: String(req.params.id) },
  })
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  neverCache(res)
  res.status(201).json({ member: toMemberView(await producers.retrieveProducerMember(result)) })
}
