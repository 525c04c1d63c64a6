import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ComplaintsQuery } from '../../../complaints/bodies'
import { readComplaints } from '../../../complaints/complaint-view'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/complaints?state&limit&offset`: complaints; open ones by the day they have to be answered. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readComplaints(req.scope, req.validatedQuery as unknown as ComplaintsQuery))
}
