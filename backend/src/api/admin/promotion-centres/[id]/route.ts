import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { listCentres, setCentreStatus } from '../../../../centres/operator-centres'
import { neverCache } from '../../../../http/cache-headers'
import { operatorActor } from '../../../../officials/operator-actor'
import type { CentreStatusBody } from '../../validators'

/** `POST /admin/promotion-centres/:id`: stops a centre, or lifts it, with the reason. */
export async function POST(req: AuthenticatedMedusaRequest<CentreStatusBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await setCentreStatus(req.scope, id, await operatorActor(req), req.validatedBody)
  neverCache(res)
  res.json({ centre: (await listCentres(req.scope)).find((centre) => centre.id === id) })
}
