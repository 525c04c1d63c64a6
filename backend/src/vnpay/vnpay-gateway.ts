import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { VnpayTerminal } from '../env'
import { messageOf } from '../logging/message-of'
import type { AskedPayment, PaymentGateway, QueryAnswer, RefundAnswer, RefundOrder } from '../payments/gateway'
import { fromVnpayAmount, toVnpayAmount } from './amount'
import { fromVnpayMoment, toVnpayMoment } from './moment'
import { ownNumber, paymentState } from './notice'
import { isSignatureOf, pipedText, signText } from './signature'

const TIMEOUT_MS = 15_000
const QUERY_TRIES = 2
const LONGEST_ANSWER = 20_000

/** Values signed, in VNPay's order. */
const QUERY_FIELDS = 'RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo'.split(' ')
const REFUND_FIELDS =
  'RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo'.split(
    ' ',
  )
const REFUND_ANSWER_FIELDS =
  'ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo'.split(
    ' ',
  )
const QUERY_ANSWER_FIELDS = [...REFUND_ANSWER_FIELDS, 'PromotionCode', 'PromotionAmount']

/** Codes of a refused refund: nothing to refund (91), or VNPay does not refund this one (95). */
const REFUSED = ['02', '03', '91', '95']

/** What came back of a call: a signed answer that speaks of what was asked, or nothing that counts. */
type Answer = { content: Record<string, string> } | { reason: string }

/** The client of VNPay's `querydr` and `refund`. `address` is our server's, for VNPay's records. */
export function vnpayGateway(terminal: VnpayTerminal, address = '127.0.0.1'): PaymentGateway {
  return {
    query: (payment) => query(terminal, address, payment),
    refund: (order) => refund(terminal, address, order),
  }
}

async function query(terminal: VnpayTerminal, address: string, payment: AskedPayment): Promise<QueryAnswer> {
  let answer: Answer = { reason: 'not asked' }
  for (let attempt = 1; attempt <= QUERY_TRIES; attempt += 1) {
    const command = {
      vnp_RequestId: randomBytes(12).toString('hex'),
      vnp_Version: '2.1.0',
      vnp_Command: 'querydr',
      vnp_TmnCode: terminal.tmnCode,
      vnp_TxnRef: payment.reference,
      vnp_TransactionDate: payment.createDate,
      vnp_CreateDate: toVnpayMoment(new Date()),
      vnp_IpAddr: address,
      vnp_OrderInfo: `Tra cuu ${payment.reference}`,
    }
    answer = await call(terminal, command, QUERY_FIELDS, QUERY_ANSWER_FIELDS)
    if ('content' in answer) return readQuery(answer.content)
    if (attempt < QUERY_TRIES) await pause(300)
  }
  return { kind: 'silent', reason: 'reason' in answer ? answer.reason : '' }
}

function readQuery(content: Record<string, string>): QueryAnswer {
  const responseCode = content.vnp_ResponseCode ?? ''
  if (responseCode === '91') return { kind: 'not_found', content }
  // Here 00 says that the question was answered, not that anything was paid.
  if (responseCode !== '00') return { kind: 'silent', reason: `VNPay answered ${responseCode}` }
  const status = content.vnp_TransactionStatus ?? ''
  const amount = fromVnpayAmount(content.vnp_Amount)
  const isRefund = content.vnp_TransactionType === '02' || content.vnp_TransactionType === '03'
  if (isRefund || ['05', '06', '09'].includes(status)) {
    const state = status === '00' ? 'done' : status === '09' || status === '02' ? 'refused' : 'pending'
    return { kind: 'refund', state, amount, code: status, content }
  }
  return {
    kind: 'payment',
    state: status === '01' ? 'pending' : paymentState('00', status),
    amount,
    transactionNo: ownNumber(content.vnp_TransactionNo),
    paidAt: fromVnpayMoment(content.vnp_PayDate ?? ''),
    code: status,
    content,
  }
}

async function refund(terminal: VnpayTerminal, address: string, order: RefundOrder): Promise<RefundAnswer> {
  const command = {
    vnp_RequestId: order.requestId,
    vnp_Version: '2.1.0',
    vnp_Command: 'refund',
    vnp_TmnCode: terminal.tmnCode,
    vnp_TransactionType: order.full ? '02' : '03',
    vnp_TxnRef: order.reference,
    vnp_Amount: toVnpayAmount(order.amount),
    vnp_TransactionNo: order.transactionNo,
    vnp_TransactionDate: order.createDate,
    vnp_CreateBy: order.by,
    vnp_CreateDate: order.requestDate,
    vnp_IpAddr: address,
    vnp_OrderInfo: `Hoan tien ${order.reference}`,
  }
  const answer = await call(terminal, command, REFUND_FIELDS, REFUND_ANSWER_FIELDS)
  if ('reason' in answer) return { kind: 'silent', reason: answer.reason }
  const { content } = answer
  const code = content.vnp_ResponseCode ?? ''
  if (code === '00' || code === '94') return { kind: 'taken', code, content }
  return { kind: REFUSED.includes(code) ? 'refused' : 'later', code, content }
}

/**
 * Posts a signed command. An answer counts only when its own signature is right and it speaks of this command, terminal and
 * transaction: a forged, proxied or mixed-up one is as none.
 */
async function call(
  terminal: VnpayTerminal,
  command: Readonly<Record<string, string>>,
  asked: readonly string[],
  answered: readonly string[],
): Promise<Answer> {
  const body = { ...command, vnp_SecureHash: signText(pipedText(command, asked), terminal.secret) }
  let given: unknown
  try {
    const response = await fetch(terminal.apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    if (!response.ok || text.length > LONGEST_ANSWER) return { reason: `HTTP ${response.status}` }
    given = JSON.parse(text)
  } catch (error) {
    return { reason: messageOf(error) }
  }
  if (typeof given !== 'object' || given === null) return { reason: 'The answer is not an object.' }
  const fields = given as Record<string, unknown>
  if (!isSignatureOf(pipedText(fields, answered), fields.vnp_SecureHash, terminal.secret)) {
    return { reason: 'The answer is not signed by VNPay.' }
  }
  const content: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('vnp_') || name === 'vnp_SecureHash') continue
    if (typeof value === 'string' || typeof value === 'number') content[name] = String(value)
  }
  const same = (['vnp_Command', 'vnp_TmnCode', 'vnp_TxnRef'] as const).every((name) => content[name] === command[name])
  return same ? { content } : { reason: 'The answer speaks of something else.' }
}
