import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { readPayment } from '../../../../../payments/payment-state'
import { requireGroupToken } from '../../../../../payments/require-group-token'
import type { PaymentQuery } from '../../../validators'

/** `GET /store/order-groups/:id/payment`: where the payment stands, for the page that waits for it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const groupId = requireGroupToken(req)
  const { returned } = req.validatedQuery as PaymentQuery
  neverCache(res)
  res.json({ payment: await readPayment(req.scope, groupId, { returned: returned === '1' }) })
}
