import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { applicationCase } from '../../../../sellers/application-view'

/** `GET /admin/seller-applications/:id`: one application with who its writer may be already. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ application: await applicationCase(req.scope, String(req.params.id)) })
}
