import type { VnpayTerminal } from '../env'
import type { PaymentState } from '../payments/gateway'
import { fromVnpayAmount } from './amount'
import { fromVnpayMoment } from './moment'
import { isSignatureOf, signedText } from './signature'

/** A notice whose signature is right. */
export interface Notice {
  tmnCode: string
  reference: string
  /** Whole đồng; null when it is no amount. */
  amount: number | null
  state: PaymentState
  responseCode: string
  /** VNPay's own number; null when nothing was paid. */
  transactionNo: string | null
  paidAt: Date | null
  /** All `vnp_*` parameters but the hash. */
  content: Record<string, string>
}

/**
 * Reads the query of an IPN or a return. Out: null unless the signature is right; a caller who gets null looks nothing up, writes
 * nothing and logs none of it.
 */
export function readNotice(query: Readonly<Record<string, unknown>>, terminal: VnpayTerminal): Notice | null {
  const content: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (!name.startsWith('vnp_')) continue
    if (typeof value !== 'string') return null
    content[name] = value
  }
  if (!isSignatureOf(signedText(content), content.vnp_SecureHash, terminal.secret)) return null
  delete content.vnp_SecureHash
  delete content.vnp_SecureHashType
  const responseCode = content.vnp_ResponseCode ?? ''
  return {
    tmnCode: content.vnp_TmnCode ?? '',
    reference: content.vnp_TxnRef ?? '',
    amount: fromVnpayAmount(content.vnp_Amount),
    state: paymentState(responseCode, content.vnp_TransactionStatus ?? ''),
    responseCode,
    transactionNo: ownNumber(content.vnp_TransactionNo),
    paidAt: fromVnpayMoment(content.vnp_PayDate ?? ''),
    content,
  }
}

/** A payment's state by both codes of a notice. Paid means 00 twice; a single 00 proves nothing. */
export function paymentState(responseCode: string, transactionStatus: string): PaymentState {
  if (transactionStatus === '04') return 'reversed'
  if (responseCode === '07' || transactionStatus === '07') return 'suspected'
  if (responseCode === '00' && transactionStatus === '00') return 'paid'
  if (responseCode === '00' && transactionStatus === '01') return 'pending'
  return 'failed'
}

/** VNPay's number of a transaction; failed ones carry 0. */
export function ownNumber(text: unknown): string | null {
  const digits = typeof text === 'number' ? String(text) : text
  return typeof digits === 'string' && /^[0-9]{1,20}$/.test(digits) && !/^0+$/.test(digits) ? digits : null
}
