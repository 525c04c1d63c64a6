import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readableSitting } from '../../../../evaluations/access'
import { readSitting } from '../../../../evaluations/read-sittings'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf } from '../../../../officials/official-scope'

/** `GET /official/sittings/:id`: agenda, who has handed in, and what was scored once it is revealed. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const sitting = await readableSitting(req, String(req.params.id))
  neverCache(res)
  res.json(await readSitting(req.scope, officialOf(req), sitting))
}
