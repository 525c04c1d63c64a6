import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { officialDossier } from '../../../../dossiers/official-dossiers'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../officials/official-scope'

/** `GET /official/dossiers/:id`: a dossier of the own places with its papers, what is missing and its history. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const answer = await officialDossier(req.scope, officialOf(req), String(req.params.id), new Date())
  neverCache(res)
  res.json(answer)
}
