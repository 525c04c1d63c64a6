import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { counterTransfer } from '../../../../../../bank-transfer/transfer-view'
import { atCentre } from '../../../../../../centres/at-centre'
import type { TransferQuery } from '../../../../../../centres/bodies'
import { ownShop } from '../../../../../../centres/own-shop'
import { environment } from '../../../../../../env'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/vietqr?amount`: what a buyer at the counter scans to pay a sum by transfer. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  await ownShop(req.scope, centreId, String(req.params.shop))
  const { amount } = req.validatedQuery as unknown as TransferQuery
  neverCache(res)
  res.json({ transfer: counterTransfer(environment().bank, amount) })
}
