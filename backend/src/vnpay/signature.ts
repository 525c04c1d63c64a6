import { createHmac, timingSafeEqual } from 'node:crypto'

const HASH_KEYS = ['vnp_SecureHash', 'vnp_SecureHashType']

/**
 * The text that VNPay 2.1.0 signs for pay URLs, returns and IPNs: `vnp_*` parameters that are not empty, without the hash itself,
 * sorted by name, form-encoded (a space is `+`). Parameters of other names are nobody's business: a ReturnUrl keeps its own.
 */
export function signedText(params: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(params)
    .filter(([name, value]) => name.startsWith('vnp_') && !HASH_KEYS.includes(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams(pairs).toString()
}

/** HMAC-SHA512 of a text, in lower-case hexadecimal. */
export function signText(text: string, secret: string): string {
  return createHmac('sha512', secret).update(text, 'utf8').digest('hex')
}

/** True when `given` is the signature of the text, in either case of letters; compared in constant time. Never throws. */
export function isSignatureOf(text: string, given: unknown, secret: string): boolean {
  if (typeof given !== 'string' || !/^[0-9a-f]{128}$/i.test(given)) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha512', secret).update(text, 'utf8').digest())
}

/** The text signed for queries and refunds: values in VNPay's order, joined by `|`; what is missing counts as empty. */
export function pipedText(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = fields[`vnp_${name}`]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    })
    .join('|')
}
