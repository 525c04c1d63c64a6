import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readImport } from '../../../../decisions/import-view'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../officials/official-scope'

/** `GET /official/decision-imports/:id`: a file, and what it holds. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'decision:import')
  const found = await readImport(req.scope, officialOf(req), String(req.params.id))
  neverCache(res)
  res.json({ import: found })
}
