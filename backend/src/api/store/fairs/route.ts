import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { publicFairs } from '../../../centres/fairs/public-fairs'
import { cachePublicly } from '../../../http/cache-headers'

/** `GET /store/fairs`: fairs of promotion centres that are planned or open. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const fairs = await publicFairs(req.scope, vietnamDay(new Date()))
  cachePublicly(res)
  res.json({ fairs })
}
