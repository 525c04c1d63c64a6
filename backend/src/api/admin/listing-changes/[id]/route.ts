import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { readListingChange } from '../../../../listings/review-change'

/** `GET /admin/listing-changes/:id`: one change with what differs. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const change = await readListingChange(req.scope, String(req.params.id))
  neverCache(res)
  res.json({ change })
}
