import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { readRepresentative } from '../../../../../personal-data/read-representative'

/**
 * `GET /official/producers/:id/representative`: personal fields in the clear, for who confirms what a dossier claims. The reading
 * is in the journal before anything is opened.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const fields = await readRepresentative(req.scope, officialOf(req), String(req.params.id))
  neverCache(res)
  res.json({ fields })
}
