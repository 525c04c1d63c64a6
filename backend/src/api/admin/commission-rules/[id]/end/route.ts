import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import type { EndRuleBody } from '../../../../../settlement/bodies'
import { endRule } from '../../../../../settlement/terms-book'

/** `POST /admin/commission-rules/:id/end`: the rule's last day. */
export async function POST(req: AuthenticatedMedusaRequest<EndRuleBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await endRule(req.scope, id, req.validatedBody.to, await operatorActor(req), new Date())
  neverCache(res)
  res.json({ id })
}
