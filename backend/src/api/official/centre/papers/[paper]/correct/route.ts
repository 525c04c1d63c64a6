import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { ReasonBody } from '../../../../../../centres/bodies'
import { correctPaper } from '../../../../../../centres/papers'
import { centrePaper } from '../../../../../../centres/read-centre'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/papers/:paper/correct`: takes the paper back by a counter-entry. */
export async function POST(req: MedusaRequest<ReasonBody>, res: MedusaResponse): Promise<void> {
  const { centreId, official, by, note } = atCentre(req, 'centre:manage')
  const paperId = String(req.params.paper)
  const id = await correctPaper(req.scope, { centreId, paperId, reason: req.validatedBody.reason, by })
  await note('centre:correct', { type: 'consignment_paper', id: paperId })
  neverCache(res)
  res.status(201).json({ paper: await centrePaper(req.scope, centreId, id, official.day) })
}
