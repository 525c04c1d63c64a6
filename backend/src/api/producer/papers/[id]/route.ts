import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { PAPER_LIMITS } from '../../../../papers/paper-limits'
import { paperRulesOn, soonDays } from '../../../../papers/paper-rules'
import { dossiersCiting } from '../../../../papers/paper-uses'
import { toPaperView } from '../../../../papers/paper-view'
import { readPaper, versionsOf } from '../../../../papers/read-papers'

/** `GET /producer/papers/:id`: a paper with all its versions, and the dossiers that cite any of them. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const paper = await readPaper(req.scope, producerId, String(req.params.id))
  const day = vietnamDay(new Date())
  const versions = await versionsOf(req.scope, paper)
  const [uses, rules] = await Promise.all([
    dossiersCiting(
      req.scope,
      versions.map(({ id }) => id),
    ),
    paperRulesOn(req.scope, day),
  ])
  neverCache(res)
  const view = (row: typeof paper) => toPaperView(row, day, soonDays(rules))
  res.json({ paper: view(paper), versions: versions.map(view), uses, kinds: rules.kinds, limits: PAPER_LIMITS })
}
