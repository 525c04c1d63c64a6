import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { listCentres } from '../../../centres/operator-centres'
import { neverCache } from '../../../http/cache-headers'
import { operatorActor } from '../../../officials/operator-actor'
import { foundCentreWorkflow } from '../../../workflows/promotion-centre/workflows/found-centre'
import type { NewCentreBody } from '../validators'

/** `GET /admin/promotion-centres`: the centres by province, with what goes on at each. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ centres: await listCentres(req.scope) })
}

/** `POST /admin/promotion-centres`: enters a centre, at which officials can then be given posts. */
export async function POST(req: AuthenticatedMedusaRequest<NewCentreBody>, res: MedusaResponse): Promise<void> {
  const { result } = await foundCentreWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: await operatorActor(req) },
  })
  neverCache(res)
  res.status(201).json({ centre: { id: result } })
}
