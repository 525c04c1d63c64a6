import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { environment } from '../../../../../env'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { requireGroupToken } from '../../../../../payments/require-group-token'
import { startAttempt } from '../../../../../payments/start-attempt'
import type { PayBody } from '../../../validators'

/** `POST /store/order-groups/:id/payments`: a try at paying through VNPay, and the address where the buyer pays. */
export async function POST(req: MedusaRequest<PayBody>, res: MedusaResponse): Promise<void> {
  const groupId = requireGroupToken(req)
  const { STOREFRONT_URL, vnpay } = environment()
  if (!vnpay) throw new ApiError(409, 'payment_method_off')
  const { returnPath, locale } = req.validatedBody
  const attempt = await startAttempt(req.scope, vnpay, {
    groupId,
    clientIp: (req.ip ?? '127.0.0.1').replace(/^::ffff:/, ''),
    returnUrl: `${STOREFRONT_URL}${returnPath ?? `/thanh-toan/ket-qua/${groupId}`}`,
    locale: locale === 'en' ? 'en' : 'vn',
  })
  neverCache(res)
  res.status(201).json({ attempt })
}
