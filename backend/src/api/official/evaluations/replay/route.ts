import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ReplayQuery } from '../../../../evaluations/bodies'
import { readReplay } from '../../../../evaluations/read-replay'
import { neverCache } from '../../../../http/cache-headers'
import { requireVerb } from '../../../../officials/official-scope'

/** `GET /official/evaluations/replay?on&district&province&central` or `?recognition`: scores of the past by the rules of their day. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'register:read')
  const replay = await readReplay(req.scope, req.validatedQuery as unknown as ReplayQuery)
  neverCache(res)
  res.json(replay)
}
