import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { addDeliveryRate, type DeliveryRateBody, listDeliveryRates } from '../../../checkout/delivery-rates'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'

/** `GET /admin/delivery-rates`: what delivery costs buyers, with days and sources. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ rates: await inTransaction(req.scope, (sql) => listDeliveryRates(sql, new Date())) })
}

/** `POST /admin/delivery-rates`: a rate from a day on; the one before ends the day before. */
export async function POST(req: AuthenticatedMedusaRequest<DeliveryRateBody>, res: MedusaResponse): Promise<void> {
  const id = await addDeliveryRate(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
