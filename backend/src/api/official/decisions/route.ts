import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { DecisionsQuery, DraftBody } from '../../../decisions/bodies'
import { readDraftRows } from '../../../decisions/draft-rows'
import { readDraft, readDrafts } from '../../../decisions/draft-view'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'
import { officialActor } from '../../../officials/record-audit'
import { draftDecisionWorkflow } from '../../../workflows/decision/workflows/draft-decision'

/** `GET /official/decisions?state`: drafts of the own places, open ones unless told otherwise. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'register:read')
  const { state } = req.validatedQuery as unknown as DecisionsQuery
  const drafts = await readDrafts(req.scope, officialOf(req), state)
  neverCache(res)
  res.json({ drafts })
}

/** `POST /official/decisions`: a new draft, at the level and place of the post. */
export async function POST(req: MedusaRequest<DraftBody>, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const post = requireVerb(req, 'decision:draft')
  const { kind, rows, ...body } = req.validatedBody
  const { result: id } = await draftDecisionWorkflow(req.scope).run({
    input: {
      ...body,
      content: readDraftRows(kind, rows),
      by: officialActor(official, post),
      post,
      today: official.day,
      sample: official.sample,
    },
  })
  neverCache(res)
  res.status(201).json({ draft: await readDraft(req.scope, official, id) })
}
