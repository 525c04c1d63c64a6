import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'
import type { RateBody } from '../../../settlement/bodies'
import { addRate, listRates } from '../../../settlement/terms-book'

/** `GET /admin/withholding-rates`: every rate with its source, the newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ rates: await inTransaction(req.scope, listRates) })
}

/** `POST /admin/withholding-rates`: a rate from a day on; the one before ends the day before. */
export async function POST(req: AuthenticatedMedusaRequest<RateBody>, res: MedusaResponse): Promise<void> {
  const id = await addRate(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
