import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { SignBody } from '../../../../../decisions/bodies'
import { readDraft, retrieveDraft } from '../../../../../decisions/draft-view'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import { signDecisionWorkflow } from '../../../../../workflows/decision/workflows/sign-decision'

/** `POST /official/decisions/:id/sign`: makes a draft a decision; never by who drafted it. */
export async function POST(req: MedusaRequest<SignBody>, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const draft = await retrieveDraft(req.scope, official, String(req.params.id))
  const post = requireVerb(req, 'decision:sign', { provinceCode: draft.province_code, communeCode: null })
  await signDecisionWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      draftId: draft.id,
      by: officialActor(official, post),
      post,
      today: official.day,
    },
  })
  neverCache(res)
  res.json({ draft: await readDraft(req.scope, official, draft.id) })
}
