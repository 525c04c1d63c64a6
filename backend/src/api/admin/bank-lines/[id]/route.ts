import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { LineDecisionBody } from '../../../../bank-transfer/bodies'
import { lineDecision } from '../../../../bank-transfer/line-decision'
import { settleLine } from '../../../../bank-transfer/match-line'
import { neverCache } from '../../../../http/cache-headers'

/** `POST /admin/bank-lines/:id`: what an operator decides about money that waits. `proposed`: another must choose the same order. */
export async function POST(req: AuthenticatedMedusaRequest<LineDecisionBody>, res: MedusaResponse): Promise<void> {
  const decision = lineDecision(req.validatedBody)
  const outcome = await settleLine(req.scope, String(req.params.id), decision, req.auth_context.actor_id)
  neverCache(res)
  res.json({ outcome })
}
