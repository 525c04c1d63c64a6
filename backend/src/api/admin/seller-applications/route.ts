import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { listApplications } from '../../../sellers/application-view'
import type { ApplicationsQuery } from '../../../sellers/bodies'

/** `GET /admin/seller-applications`: applications to sell, those that wait longest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await listApplications(req.scope, req.validatedQuery as ApplicationsQuery))
}
