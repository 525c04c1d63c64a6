const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]))

/** Standard Base 64 with padding (RFC 4648 section 4). */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    text += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63)
    text += b === undefined ? '=' : ALPHABET.charAt((bits >> 6) & 63)
    text += c === undefined ? '=' : ALPHABET.charAt(bits & 63)
  }
  return text
}

/**
 * Bytes of standard Base 64 text, or null when the text is not exactly what `base64Of` writes: other characters, missing
 * padding and unused bits that are not zero are refused, so that two texts never stand for the same bytes.
 */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let bits = 0
  for (let i = 0; i < text.length; i++) {
    const value = i < text.length - padding ? VALUES.get(text.charAt(i)) : 0
    if (value === undefined) return null
    bits = (bits << 6) | value
    if (i % 4 !== 3) continue
    const at = (i >> 2) * 3
    for (const [offset, shift] of [16, 8, 0].entries()) {
      const byte = (bits >> shift) & 255
      if (at + offset < bytes.length) bytes[at + offset] = byte
      else if (byte !== 0) return null
    }
    bits = 0
  }
  return bytes
}
