import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { draftChoices } from '../../../decisions/draft-choices'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'

/** `GET /official/decision-choices`: what the form of a new draft is filled with. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const post = requireVerb(req, 'decision:draft')
  const choices = await draftChoices(req.scope, post, officialOf(req).day)
  neverCache(res)
  res.json({ choices })
}
