import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { evaluationsOf } from '../../../evaluations/access'
import type { SittingBody } from '../../../evaluations/bodies'
import { callRow, readySittingParts } from '../../../evaluations/call-row'
import { listSittings, readSitting } from '../../../evaluations/read-sittings'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'
import { callSittingWorkflow } from '../../../workflows/evaluation/workflows/call-sitting'

/** `GET /official/sittings`: sittings of the own places with what the official has to score, and what a new one can be made of. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const official = officialOf(req)
  const [sittings, parts] = await Promise.all([
    listSittings(req.scope, official),
    readySittingParts(req.scope, official),
  ])
  neverCache(res)
  res.json({ sittings, call: parts, today: official.day })
}

/** `POST /official/sittings`: calls a council over dossiers that are ready; its members are told; 201. */
export async function POST(req: MedusaRequest<SittingBody>, res: MedusaResponse): Promise<void> {
  const { input } = await callRow(req, req.validatedBody)
  const { result } = await callSittingWorkflow(req.scope).run({ input })
  const sitting = await evaluationsOf(req.scope).retrieveSitting(result)
  neverCache(res)
  res.status(201).json(await readSitting(req.scope, officialOf(req), sitting))
}
