import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { readStay } from '../../../../stays/read-stays'
import { stayOfToken } from '../../../../stays/stay-link'

/** `GET /store/stay-enquiries/:id`: how an enquiry stands, for the holder of its signed link (`x-link-token`); 404 for all others. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const stay = await readStay(req.scope, stayOfToken(req))
  neverCache(res)
  res.json({ stay })
}
