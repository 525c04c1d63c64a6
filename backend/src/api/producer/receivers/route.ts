import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { receiversOf } from '../../../producers/receivers'

/** `GET /producer/receivers`: producers that goods can be handed to, near ones first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ receivers: await receiversOf(req.scope, tenantOf(req.scope)) })
}
