import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireOwner, tenantOf } from '../../../../../http/tenant'
import { readPaper, viewPaper } from '../../../../../papers/read-papers'
import { movePaperWorkflow } from '../../../../../workflows/papers/workflows/move-paper'

/** `POST /producer/papers/:id/withdraw`: the paper leaves the store; dossiers that cite it keep it. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const { id } = await readPaper(req.scope, tenant.producerId, String(req.params.id))
  await movePaperWorkflow(req.scope).run({ input: { id, from: 'active', to: 'withdrawn' } })
  neverCache(res)
  res.json({ paper: await viewPaper(req.scope, tenant.producerId, id) })
}
