import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { environment } from '../../../../env'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { messageOf } from '../../../../logging/message-of'
import { type NoticeAnswer, receiveNotice } from '../../../../payments/receive-notice'

const MESSAGES: Record<NoticeAnswer, string> = {
  '00': 'Confirm Success',
  '01': 'Order not found',
  '02': 'Order already confirmed',
  '04': 'Invalid amount',
  '97': 'Invalid signature',
  '99': 'Unknown error',
}

/** `GET /hooks/vnpay/ipn`: VNPay tells of a payment. Always HTTP 200 with the code that says whether it is to call again. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const terminal = environment().vnpay
  if (!terminal) throw new ApiError(404, 'not_found')
  let answer: NoticeAnswer = '99'
  try {
    answer = await receiveNotice(req.scope, terminal, req.query)
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`A notice of VNPay could not be taken: ${messageOf(error)}`)
  }
  neverCache(res)
  res.status(200).json({ RspCode: answer, Message: MESSAGES[answer] })
}
