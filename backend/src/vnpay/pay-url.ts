import type { VnpayTerminal } from '../env'
import { toVnpayAmount } from './amount'
import { toVnpayMoment } from './moment'
import { signedText, signText } from './signature'

/** What a buyer is sent to VNPay with. */
export interface PayOrder {
  /** TxnRef, `[A-Za-z0-9]`, never used before at this terminal. */
  reference: string
  /** Whole đồng. */
  amount: number
  /** Letters without accents, digits and spaces: servers disagree on how to encode the rest. */
  orderInfo: string
  returnUrl: string
  clientIp: string
  createdAt: Date
  expiresAt: Date
  locale: 'vn' | 'en'
}

/** The signed address of VNPay's pay page for an order. Throws INVALID_DATA for an amount VNPay does not take. */
export function payUrl(terminal: VnpayTerminal, order: PayOrder): string {
  const params = {
    vnp_Version: '2.1.0',
    vnp_Command: 'pay',
    vnp_TmnCode: terminal.tmnCode,
    vnp_Amount: toVnpayAmount(order.amount),
    vnp_CurrCode: 'VND',
    vnp_TxnRef: order.reference,
    vnp_OrderInfo: order.orderInfo,
    vnp_OrderType: 'other',
    vnp_Locale: order.locale,
    vnp_ReturnUrl: order.returnUrl,
    vnp_IpAddr: order.clientIp,
    vnp_CreateDate: toVnpayMoment(order.createdAt),
    vnp_ExpireDate: toVnpayMoment(order.expiresAt),
  }
  const text = signedText(params)
  return `${terminal.payUrl}?${text}&vnp_SecureHash=${signText(text, terminal.secret)}`
}
