import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { producerDossier } from '../../../../dossiers/producer-dossiers'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'

/** `GET /producer/dossiers/:id`: a dossier of the producer's with points, what is missing, and its history. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const answer = await producerDossier(req.scope, tenantOf(req.scope), String(req.params.id), new Date())
  neverCache(res)
  res.json(answer)
}
