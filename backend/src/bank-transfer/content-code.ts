import { randomInt } from 'node:crypto'

/** Crockford's alphabet: no I, L, O or U, which people and banks mistake for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 6

/** What a transfer must say: `SL`, six characters at random and one that proves them, e.g. `SL7K2M9QT`. */
export function newContentCode(): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `SL${random}${proofOf(random)}`
}

/**
 * Codes that a transfer's content may hold, wherever banks put blanks, dots and names around them: unique, in the order of the text.
 * I and L are read as 1, O as 0. A code whose last character does not prove it is none.
 */
export function contentCodesIn(content: string): string[] {
  const squeezed = content.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const found = new Set<string>()
  for (let at = squeezed.indexOf('SL'); at !== -1; at = squeezed.indexOf('SL', at + 1)) {
    const read = squeezed
      .slice(at + 2, at + 3 + RANDOM_CHARACTERS)
      .replace(/[IL]/g, '1')
      .replaceAll('O', '0')
    const random = read.slice(0, RANDOM_CHARACTERS)
    if (read.length === RANDOM_CHARACTERS + 1 && isCode(read) && proofOf(random) === read.at(-1)) found.add(`SL${read}`)
  }
  return [...found]
}

/** Numbers of order groups (`SL-2611-0001AB`) that a transfer's content names, as they are stored. */
export function displayNosIn(content: string): string[] {
  const squeezed = content.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return [
    ...new Set([...squeezed.matchAll(/SL([0-9]{4})([0-9A-Z]{6})/g)].map(([, month, rest]) => `SL-${month}-${rest}`)),
  ]
}

function isCode(text: string): boolean {
  return [...text].every((sign) => ALPHABET.includes(sign))
}

/** Weights 1, 3, 5 … modulo 32: odd ones, so that every single wrong character and nearly every swap of neighbours shows. */
function proofOf(random: string): string {
  const sum = [...random].reduce((total, sign, at) => total + ALPHABET.indexOf(sign) * (2 * at + 1), 0)
  return ALPHABET[sum % ALPHABET.length] ?? ''
}
