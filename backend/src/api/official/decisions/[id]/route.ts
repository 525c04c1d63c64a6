import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { DraftChangeBody } from '../../../../decisions/bodies'
import { readDraftRows } from '../../../../decisions/draft-rows'
import { readDraft, retrieveDraft } from '../../../../decisions/draft-view'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../officials/official-scope'
import { officialActor } from '../../../../officials/record-audit'
import { changeDraftWorkflow } from '../../../../workflows/decision/workflows/change-draft'

/** `GET /official/decisions/:id`: a draft, and what may be done with it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'register:read')
  const draft = await readDraft(req.scope, officialOf(req), String(req.params.id))
  neverCache(res)
  res.json({ draft })
}

/** `POST /official/decisions/:id`: writes an open draft anew. */
export async function POST(req: MedusaRequest<DraftChangeBody>, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const before = await retrieveDraft(req.scope, official, String(req.params.id))
  const post = requireVerb(req, 'decision:draft', { provinceCode: before.province_code, communeCode: null })
  const { kind, rows, ...body } = req.validatedBody
  await changeDraftWorkflow(req.scope).run({
    input: {
      ...body,
      draftId: before.id,
      content: readDraftRows(kind, rows),
      by: officialActor(official, post),
      today: official.day,
    },
  })
  neverCache(res)
  res.json({ draft: await readDraft(req.scope, official, before.id) })
}
