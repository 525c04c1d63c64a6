import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireOwner, tenantOf } from '../../../../../http/tenant'
import { readPaper, viewPaper } from '../../../../../papers/read-papers'
import { replacePaper } from '../../../../../papers/store-paper'

/** `POST /producer/papers/:id/replace`: a new version, as a form like the first; without a file it shows the old one's. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const old = await readPaper(req.scope, tenant.producerId, String(req.params.id))
  const id = await replacePaper(req, old)
  neverCache(res)
  res.status(201).json({ paper: await viewPaper(req.scope, tenant.producerId, id) })
}
