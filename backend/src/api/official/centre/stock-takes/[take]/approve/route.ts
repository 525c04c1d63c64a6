import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { ReasonBody } from '../../../../../../centres/bodies'
import { stockTakeSheet } from '../../../../../../centres/read-stock-takes'
import { approveStockTake } from '../../../../../../centres/stock-takes'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/stock-takes/:take/approve`: books the differences. */
export async function POST(req: MedusaRequest<ReasonBody>, res: MedusaResponse): Promise<void> {
  const { centreId, official, by, note } = atCentre(req, 'centre:manage')
  const takeId = String(req.params.take)
  await approveStockTake(req.scope, { centreId, takeId, note: req.validatedBody.reason, by })
  await note('centre:approve_count', { type: 'stock_take', id: takeId })
  neverCache(res)
  res.json({ take: await stockTakeSheet(req.scope, centreId, takeId, official.day) })
}
