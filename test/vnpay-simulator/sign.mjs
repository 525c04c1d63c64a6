// The gateway's own arithmetic of signatures and moments. It shares nothing with the shop's: a mistake made once would agree with itself.
import crypto from 'node:crypto'

export const QUERY_REQUEST = [
  'RequestId',
  'Version',
  'Command',
  'TmnCode',
  'TxnRef',
  'TransactionDate',
  'CreateDate',
  'IpAddr',
  'OrderInfo',
]
export const REFUND_REQUEST = [
  'RequestId',
  'Version',
  'Command',
  'TmnCode',
  'TransactionType',
  'TxnRef',
  'Amount',
  'TransactionNo',
  'TransactionDate',
  'CreateBy',
  'CreateDate',
  'IpAddr',
  'OrderInfo',
]
export const REFUND_ANSWER = [
  'ResponseId',
  'Command',
  'ResponseCode',
  'Message',
  'TmnCode',
  'TxnRef',
  'Amount',
  'BankCode',
  'PayDate',
  'TransactionNo',
  'TransactionType',
  'TransactionStatus',
  'OrderInfo',
]
export const QUERY_ANSWER = [...REFUND_ANSWER, 'PromotionCode', 'PromotionAmount']

const hmac = (text, secret) =>
  crypto.createHmac('sha512', Buffer.from(secret, 'utf8')).update(Buffer.from(text, 'utf8')).digest('hex')

/** PHP's urlencode, which the real gateway uses: letters, digits and `-_.` stay, a space is `+`. */
export function phpUrlEncode(text) {
  return encodeURIComponent(text)
    .replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+')
}

/** The query that is signed: `vnp_*` but the hash, not empty, sorted by name. */
export function queryText(params) {
  return Object.keys(params)
    .filter((name) => /^vnp_(?!SecureHash)/.test(name) && params[name] !== undefined && params[name] !== '')
    .sort()
    .map((name) => `${phpUrlEncode(name)}=${phpUrlEncode(String(params[name]))}`)
    .join('&')
}

export const signQuery = (params, secret) => hmac(queryText(params), secret)

export const signFields = (fields, names, secret) =>
  hmac(names.map((name) => fields[`vnp_${name}`] ?? '').join('|'), secret)

export function sameHash(given, expected) {
  const a = Buffer.from(String(given ?? '').toLowerCase())
  const b = Buffer.from(expected)
  return a.length === b.length && crypto.timingSafeEqual(a, b)
}

/** `yyyyMMddHHmmss` at +07, by the calendar of the platform. */
export function moment(ms) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms)
  const of = (type) => parts.find((part) => part.type === type).value
  return of('year') + of('month') + of('day') + of('hour') + of('minute') + of('second')
}

/** Milliseconds since the epoch of such a text; NaN for none. */
export function momentMs(text) {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '')
  return match
    ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}+07:00`)
    : Number.NaN
}
