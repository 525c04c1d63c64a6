import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { environment } from '../../../env'
import { ApiError } from '../../../http/api-error'
import { neverCache } from '../../../http/cache-headers'
import { listReconciliations } from '../../../payments/payment-lists'
import { reconcileByQuery } from '../../../payments/reconcile'
import { vnpayGateway } from '../../../vnpay/vnpay-gateway'
import type { PageQuery, ReconcileBody } from '../payment-routes'

/** `GET /admin/reconciliations`: reports of days, the latest first, with what disagrees. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await listReconciliations(req.scope, req.validatedQuery as PageQuery))
}

/** `POST /admin/reconciliations`: compares a day with VNPay now. */
export async function POST(req: MedusaRequest<ReconcileBody>, res: MedusaResponse): Promise<void> {
  const terminal = environment().vnpay
  if (!terminal) throw new ApiError(409, 'payment_method_off')
  const { day } = req.validatedBody
  if (day > vietnamDay(new Date())) throw new ApiError(400, 'settlement_day', { field: 'day' })
  res.json({ id: await reconcileByQuery(req.scope, vnpayGateway(terminal), day) })
}
