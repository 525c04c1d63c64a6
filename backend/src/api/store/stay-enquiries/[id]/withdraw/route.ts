import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { withdrawStay } from '../../../../../stays/decide-stay'
import { readStay } from '../../../../../stays/read-stays'
import { stayOfToken } from '../../../../../stays/stay-link'

/** `POST /store/stay-enquiries/:id/withdraw`: the buyer takes the question back, or does not come after all. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = stayOfToken(req)
  await withdrawStay(req.scope, id)
  neverCache(res)
  res.json({ stay: await readStay(req.scope, id) })
}
