import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { stockTakeSheet } from '../../../../../../centres/read-stock-takes'
import { dropStockTake } from '../../../../../../centres/stock-takes'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/stock-takes/:take/drop`: ends a count that is not to be booked. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official, note } = atCentre(req, 'centre:manage')
  const takeId = String(req.params.take)
  await dropStockTake(req.scope, centreId, takeId)
  await note('centre:drop_count', { type: 'stock_take', id: takeId })
  neverCache(res)
  res.json({ take: await stockTakeSheet(req.scope, centreId, takeId, official.day) })
}
