import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import type { CountBody } from '../../../../../centres/bodies'
import { stockTakeSheet } from '../../../../../centres/read-stock-takes'
import { countStock } from '../../../../../centres/stock-takes'
import { neverCache } from '../../../../../http/cache-headers'

/** `GET /official/centre/stock-takes/:take`: the count sheet. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  neverCache(res)
  res.json({ take: await stockTakeSheet(req.scope, centreId, String(req.params.take), official.day) })
}

/** `POST /official/centre/stock-takes/:take`: keeps what was counted; `done` hands the sheet in. */
export async function POST(req: MedusaRequest<CountBody>, res: MedusaResponse): Promise<void> {
  const { centreId, official, by } = atCentre(req, 'centre:stock')
  const takeId = String(req.params.take)
  await countStock(req.scope, { ...req.validatedBody, centreId, takeId, by })
  neverCache(res)
  res.json({ take: await stockTakeSheet(req.scope, centreId, takeId, official.day) })
}
