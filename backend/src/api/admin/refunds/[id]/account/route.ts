import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { showRefundAccount } from '../../../../../payments/refund-account'

/** `POST /admin/refunds/:id/account`: where a refund is to be paid, in the clear and with its VietQR code; on record. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const transfer = await showRefundAccount(req.scope, String(req.params.id), await operatorActor(req))
  neverCache(res)
  res.json({ transfer })
}
