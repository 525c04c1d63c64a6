import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readImport } from '../../../../../decisions/import-view'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import { commitImportWorkflow } from '../../../../../workflows/decision/workflows/commit-import'

/** `POST /official/decision-imports/:id/commit`: takes a checked file over as a whole. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { id, provinceCode } = await readImport(req.scope, official, String(req.params.id))
  const post = requireVerb(req, 'decision:import', { provinceCode, communeCode: null })
  await commitImportWorkflow(req.scope).run({ input: { importId: id, by: officialActor(official, post) } })
  neverCache(res)
  res.json({ import: await readImport(req.scope, official, id) })
}
