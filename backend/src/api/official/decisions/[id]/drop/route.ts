import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { DropBody } from '../../../../../decisions/bodies'
import { readDraft, retrieveDraft } from '../../../../../decisions/draft-view'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import { dropDraftWorkflow } from '../../../../../workflows/decision/workflows/drop-draft'

/** `POST /official/decisions/:id/drop`: an open draft that will not be signed. */
export async function POST(req: MedusaRequest<DropBody>, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const draft = await retrieveDraft(req.scope, official, String(req.params.id))
  const post = requireVerb(req, 'decision:draft', { provinceCode: draft.province_code, communeCode: null })
  const { version } = req.validatedBody
  await dropDraftWorkflow(req.scope).run({
    input: { draftId: draft.id, version, by: officialActor(official, post) },
  })
  neverCache(res)
  res.json({ draft: await readDraft(req.scope, official, draft.id) })
}
