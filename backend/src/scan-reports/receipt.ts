import { randomInt } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number to ask by: `PA-K7QM-2X9R`, 40 random bits without letters that look like digits. In: its first two letters. */
export function newReceipt(kind: 'PA' | 'KN' = 'PA'): string {
  const characters = Array.from({ length: 8 }, () => ALPHABET.charAt(randomInt(32))).join('')
  return `${kind}-${characters.slice(0, 4)}-${characters.slice(4)}`
}
