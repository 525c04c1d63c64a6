import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ImportRowsQuery } from '../../../../../decisions/bodies'
import { readImport, readImportRows } from '../../../../../decisions/import-view'
import { neverCache } from '../../../../../http/cache-headers'
import { languageOf } from '../../../../../http/messages'
import { officialOf, requireVerb } from '../../../../../officials/official-scope'

/** `GET /official/decision-imports/:id/rows?outcome&offset`: the rows of a file, a hundred at a time. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'decision:import')
  const { id } = await readImport(req.scope, officialOf(req), String(req.params.id))
  const query = req.validatedQuery as unknown as ImportRowsQuery
  const page = await readImportRows(req.scope, id, query, languageOf(req.headers['accept-language']))
  neverCache(res)
  res.json(page)
}
