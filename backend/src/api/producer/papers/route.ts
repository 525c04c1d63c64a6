import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { neverCache } from '../../../http/cache-headers'
import { requireOwner, tenantOf } from '../../../http/tenant'
import type { PapersQuery } from '../../../papers/bodies'
import { PAPER_LIMITS } from '../../../papers/paper-limits'
import { paperRulesOn } from '../../../papers/paper-rules'
import { listPapers, storeSummary, viewPaper } from '../../../papers/read-papers'
import { addPaper } from '../../../papers/store-paper'

/** `GET /producer/papers`: the producer's papers, newest first, what the store holds in all, and the kinds there are today. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const query = req.validatedQuery as PapersQuery
  const day = vietnamDay(new Date())
  const [{ papers, total }, { kinds }, summary] = await Promise.all([
    listPapers(req.scope, { producerId, ...query }, day),
    paperRulesOn(req.scope, day),
    storeSummary(req.scope, producerId, day),
  ])
  neverCache(res)
  res.json({ papers, total, kinds, ...summary, limits: PAPER_LIMITS })
}

/** `POST /producer/papers`: a paper as a form: what it says, then photos of its pages or one PDF. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const id = await addPaper(req)
  neverCache(res)
  res.status(201).json({ paper: await viewPaper(req.scope, tenant.producerId, id) })
}
