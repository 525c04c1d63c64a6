import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'
import { addOffer, listOffers, type OfferBody, type OffersQuery } from '../../../promotion-offers/keep-offers'

/** `GET /admin/promotion-offers`: promotions by code, and what each has given. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await inTransaction(req.scope, (sql) => listOffers(sql, req.validatedQuery as OffersQuery)))
}

/** `POST /admin/promotion-offers`: a new promotion. */
export async function POST(req: AuthenticatedMedusaRequest<OfferBody>, res: MedusaResponse): Promise<void> {
  const id = await addOffer(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
