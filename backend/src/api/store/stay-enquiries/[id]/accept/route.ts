import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import type { AcceptStayBody } from '../../../../../stays/bodies'
import { acceptStay } from '../../../../../stays/decide-stay'
import { readStay } from '../../../../../stays/read-stays'
import { stayOfToken } from '../../../../../stays/stay-link'

/** `POST /store/stay-enquiries/:id/accept`: the buyer accepts the offer they have seen. */
export async function POST(req: MedusaRequest<AcceptStayBody>, res: MedusaResponse): Promise<void> {
  const id = stayOfToken(req)
  await acceptStay(req.scope, id, req.validatedBody.offerNo)
  neverCache(res)
  res.json({ stay: await readStay(req.scope, id) })
}
