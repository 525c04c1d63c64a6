import { randomBytes } from 'node:crypto'
import { cookieValue, preferenceCookie } from '#app/i18n/locale.server.ts'

const NAME = 'sl-device'
const NINETY_DAYS = 90 * 86_400

/** The opaque value that tells one browser's repeated checks from another's; null on a first visit. */
export function deviceOf(request: Request): string | null {
  const value = cookieValue(request, NAME)
  return value && /^[A-Za-z0-9_-]{22}$/.test(value) ? value : null
}

/** The Set-Cookie line of a new device: 128 random bits, for ninety days, out of reach of scripts. It names nobody. */
export function newDeviceCookie(): string {
  return preferenceCookie(NAME, randomBytes(16).toString('base64url'), NINETY_DAYS)
}
