import { decodeBase64url, encodeBase64url } from './base64url.ts'

/** Standard Base 64 with padding (RFC 4648 section 4). */
export function base64Of(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/')
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}

/**
 * Bytes of standard Base 64 text, or null when the text is not exactly what `base64Of` writes: other characters, missing
 * padding and unused bits that are not zero are refused, so that two texts never stand for the same bytes.
 */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  return decodeBase64url(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'))
}
