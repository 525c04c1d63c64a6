import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { addFreightRate, type FreightRateBody, listFreightRates } from '../../../carriers/freight-rates'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'

/** `GET /admin/freight-rates`: what parcels cost that were not taken, by carrier. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await inTransaction(req.scope, listFreightRates))
}

/** `POST /admin/freight-rates`: a carrier's rate from a day on. */
export async function POST(req: AuthenticatedMedusaRequest<FreightRateBody>, res: MedusaResponse): Promise<void> {
  const id = await addFreightRate(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
