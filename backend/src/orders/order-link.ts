import { createHmac, timingSafeEqual } from 'node:crypto'

const LIFETIME_DAYS = 180

/**
 * The token of an order link (docs/contracts.md): base64url(expiry, seconds since the epoch) + `.` + base64url of
 * HMAC-SHA256 over order id and expiry. Holds 180 days from `now` unless told otherwise. In: 64 hex characters as key.
 */
export function signOrderLink(orderId: string, key: string, now: Date, days = LIFETIME_DAYS): string {
  const expiry = Math.floor(now.getTime() / 1000) + days * 24 * 3600
  const encoded = Buffer.from(String(expiry)).toString('base64url')
  return `${encoded}.${signature(orderId, encoded, key).toString('base64url')}`
}

/** True when the token was signed for this order with this key and has not expired. Never throws. */
export function checkOrderLink(orderId: string, token: string, key: string, now: Date): boolean {
  const match = /^([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]{43})$/.exec(token)
  const [, encoded, given] = match ?? []
  if (encoded === undefined || given === undefined) return false
  const expected = signature(orderId, encoded, key)
  const received = Buffer.from(given, 'base64url')
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return false
  const expiry = Number(Buffer.from(encoded, 'base64url').toString())
  return Number.isSafeInteger(expiry) && expiry > now.getTime() / 1000
}

function signature(orderId: string, encodedExpiry: string, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`order-link|${orderId}|${encodedExpiry}`).digest()
}
