import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../http/cache-headers'
import { PRODUCER_MODULE } from '../../../../../../modules/producer'
import type { ProducerModuleService } from '../../../../../../modules/producer/service'
import { toMemberView } from '../../../../../../producers/member-view'
import { changeProducerMemberWorkflow } from '../../../../../../workflows/producer/workflows/change-producer-member'
import type { MemberChangeBody } from '../../../../validators'

/** `POST /admin/producers/:id/members/:member_id`: changes, suspends or frees a member, or sets a new password. */
export async function POST(req: MedusaRequest<MemberChangeBody>, res: MedusaResponse): Promise<void> {
  const { result } = await changeProducerMemberWorkflow(req.scope).run({
    input: { ...req.validatedBody, producerId: String(req.params.id), memberId: String(req.params.member_id) },
  })
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  neverCache(res)
  res.json({ member: toMemberView(await producers.retrieveProducerMember(result)) })
}
