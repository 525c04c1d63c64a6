import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { DossiersQuery } from '../../../dossiers/bodies'
import { officialDossiers } from '../../../dossiers/official-dossiers'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'

/** `GET /official/dossiers?state&offset`: dossiers of the own places, those due first on top. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const query = req.validatedQuery as unknown as DossiersQuery
  const dossiers = await officialDossiers(req.scope, officialOf(req), query, new Date())
  neverCache(res)
  res.json(dossiers)
}
