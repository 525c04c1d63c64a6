import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link lets its holder do; a token for one purpose is none for another. */
export type LinkPurpose = 'application' | 'invitation'

/** Days from the signing; an application is long in the making, an invitation is used at once. */
const LIFETIME_DAYS: Record<LinkPurpose, number> = { application: 180, invitation: 7 }

export interface LinkedNoun {
  purpose: LinkPurpose
  id: string
}

/**
 * The token of a link without a sign-in: base64url(expiry, seconds since the epoch) + `.` + base64url of HMAC-SHA256 over purpose, id
 * and expiry. In: 64 hex characters as key.
 */
export function signSellerLink(noun: LinkedNoun, key: string, now: Date): string {
  const expiry = Math.floor(now.getTime() / 1000) + LIFETIME_DAYS[noun.purpose] * 24 * 3600
  const encoded = Buffer.from(String(expiry)).toString('base64url')
  return `${encoded}.${signature(noun, encoded, key).toString('base64url')}`
}

/** True when the token was signed for this purpose and id with this key and has not expired. Never throws. */
export function checkSellerLink(noun: LinkedNoun, token: string, key: string, now: Date): boolean {
  const [, encoded, given] = /^([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
  if (encoded === undefined || given === undefined) return false
  const received = Buffer.from(given, 'base64url')
  const expected = signature(noun, encoded, key)
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return false
  const expiry = Number(Buffer.from(encoded, 'base64url').toString())
  return Number.isSafeInteger(expiry) && expiry > now.getTime() / 1000
}

function signature({ purpose, id }: LinkedNoun, encodedExpiry: string, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`seller-link|${purpose}|${id}|${encodedExpiry}`).digest()
}
