import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { SaleBody, SalesQuery } from '../../../../../../centres/bodies'
import { bookSale } from '../../../../../../centres/book-sale'
import { ownShop } from '../../../../../../centres/own-shop'
import { centreSale, shopSales } from '../../../../../../centres/read-sales'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/sales?day`: sales of a day, or since the last close. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  const { day } = req.validatedQuery as unknown as SalesQuery
  neverCache(res)
  res.json({ sales: await shopSales(req.scope, shop.id, day) })
}

/** `POST /official/centre/shops/:shop/sales`: books a sale once by its `clientId`; 202 when it waits for a person instead. */
export async function POST(req: MedusaRequest<SaleBody>, res: MedusaResponse): Promise<void> {
  const { centreId, by } = atCentre(req, 'centre:sell')
  const answer = await bookSale(req.scope, centreId, String(req.params.shop), req.validatedBody, by)
  neverCache(res)
  if (answer.state === 'query') {
    res.status(202).json(answer)
    return
  }
  const sale = await centreSale(req.scope, centreId, answer.saleId)
  res.status(answer.state === 'booked' ? 201 : 200).json({ state: answer.state, sale })
}
