import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import type { StockBody } from '../../../../stock/bodies'
import { countStock } from '../../../../stock/own-stock'

/** `POST /producer/stock/:variant`: sets what was counted of a pack size. */
export async function POST(req: MedusaRequest<StockBody>, res: MedusaResponse): Promise<void> {
  const stock = await countStock(req.scope, tenantOf(req.scope), String(req.params.variant), req.validatedBody)
  neverCache(res)
  res.json({ stock })
}
