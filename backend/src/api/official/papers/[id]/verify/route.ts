import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import type { VerifyBody } from '../../../../../papers/bodies'
import { citedPaper } from '../../../../../papers/cited-paper'
import { viewPaper } from '../../../../../papers/read-papers'
import { verifyPaperWorkflow } from '../../../../../workflows/papers/workflows/verify-paper'

/** `POST /official/papers/:id/verify`: the official compared this version with the original. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { note } = req.validatedBody as VerifyBody
  const { paper, post, place } = await citedPaper(req.scope, official, String(req.params.id), 'dossier:return')
  await verifyPaperWorkflow(req.scope).run({
    input: { paperId: paper.id, officialId: official.officialId, note, actor: officialActor(official, post), place },
  })
  neverCache(res)
  res.json({ paper: await viewPaper(req.scope, paper.producer_id, paper.id) })
}
