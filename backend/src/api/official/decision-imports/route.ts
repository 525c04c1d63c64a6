import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readImport, readImports } from '../../../decisions/import-view'
import { readImportUpload } from '../../../decisions/read-import-upload'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'
import { officialActor } from '../../../officials/record-audit'
import { checkImportWorkflow } from '../../../workflows/decision/workflows/check-import'

/** `GET /official/decision-imports`: files of past decisions of the own places. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'decision:import')
  const imports = await readImports(req.scope, officialOf(req))
  neverCache(res)
  res.json({ imports })
}

/** `POST /official/decision-imports`: reads and judges a file, as a form; nothing of it counts yet. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const post = requireVerb(req, 'decision:import')
  const { name, content } = await readImportUpload(req)
  const { result: id } = await checkImportWorkflow(req.scope).run({
    input: {
      by: officialActor(official, post),
      provinceCode: post.provinceCode,
      fileName: name,
      content,
      today: official.day,
      sample: official.sample,
    },
  })
  neverCache(res)
  res.status(201).json({ import: await readImport(req.scope, official, id) })
}
