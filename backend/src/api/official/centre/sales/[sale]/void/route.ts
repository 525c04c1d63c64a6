import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { ReasonBody } from '../../../../../../centres/bodies'
import { centreSale } from '../../../../../../centres/read-sales'
import { voidSale } from '../../../../../../centres/void-sale'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/sales/:sale/void`: takes the sale back before the till is closed. */
export async function POST(req: MedusaRequest<ReasonBody>, res: MedusaResponse): Promise<void> {
  const { centreId, by, note } = atCentre(req, 'centre:sell')
  const saleId = String(req.params.sale)
  const { reason } = req.validatedBody
  await voidSale(req.scope, { centreId, saleId, reason, by })
  await note('centre:void_sale', { type: 'counter_sale', id: saleId })
  neverCache(res)
  res.json({ sale: await centreSale(req.scope, centreId, saleId) })
}
