import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { DepositBody } from '../../../../../../centres/bodies'
import { depositCash } from '../../../../../../centres/close-till'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/shops/:shop/deposits`: books cash that was carried to the bank. */
export async function POST(req: MedusaRequest<DepositBody>, res: MedusaResponse): Promise<void> {
  const { centreId, note } = atCentre(req, 'centre:manage')
  const shopId = String(req.params.shop)
  await depositCash(req.scope, { ...req.validatedBody, centreId, shopId })
  await note('centre:deposit', { type: 'shop', id: shopId }, { amount: req.validatedBody.amount })
  neverCache(res)
  res.status(201).json({ deposited: req.validatedBody.amount })
}
