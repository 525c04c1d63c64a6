/** Digits of a GTIN as GS1 issues it: GTIN-8, GTIN-12 (UPC-A), GTIN-13 (EAN-13), GTIN-14. */
const GTIN_LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14])

const DIGITS = /^[0-9]+$/

/**
 * The check digit of a numeric GS1 key (GS1 General Specifications 7.9.1): weights 3, 1, 3 … from the right, modulo 10.
 * In: the digits before the check digit, of a GTIN, GLN, SSCC, GSRN, or the numeric part of a GRAI, GDTI, GSIN, GCN.
 * Out: one digit as text. Throws RangeError when the text is empty or holds anything but digits 0 to 9.
 */
export function checkDigit(body: string): string {
  if (!DIGITS.test(body)) throw new RangeError('A check digit is counted over digits only')
  let sum = 0
  for (let i = 0; i < body.length; i++) sum += Number(body.charAt(body.length - 1 - i)) * (i % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/** Whether the last digit is the check digit of the ones before it. In: any text. Never throws. */
export function hasValidCheckDigit(digits: string): boolean {
  return digits.length > 1 && DIGITS.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1)
}

/**
 * A GTIN of 8, 12, 13 or 14 digits as the 14 digits that databases and Digital Links hold (zeros in front).
 * In: any text; spaces and dashes between digits are dropped. Out: 14 digits, or null when the length or the check
 * digit is wrong. Says nothing about anybody having issued it. Never throws.
 */
export function gtin14(text: string): string | null {
  const digits = text.replace(/[\s\-\u2010-\u2015]/gu, '')
  return GTIN_LENGTHS.has(digits.length) && hasValidCheckDigit(digits) ? digits.padStart(14, '0') : null
}

/** The text as a GLN: 13 digits with a right check digit, else null. Spaces and dashes are dropped. Never throws. */
export function gln(text: string): string | null {
  const digits = text.replace(/[\s\-\u2010-\u2015]/gu, '')
  return digits.length === 13 && hasValidCheckDigit(digits) ? digits : null
}

/**
 * Whether a GTIN is for use inside a company or region only (GS1 General Specifications 1.4.2: GS1 prefixes 02, 04 and
 * 20 to 29; GS1-8 prefixes 0 and 2): anybody may print it, it identifies nothing to a stranger.
 * In: a GTIN that `gtin14` accepts, else RangeError. A GTIN-14 is judged by the GTIN inside it.
 */
export function isRestrictedCirculation(gtin: string): boolean {
  const digits = fourteen(gtin)
  if (isGtin8(digits)) return digits[6] === '0' || digits[6] === '2'
  const prefix = Number(digits.slice(1, 4))
  return (prefix >= 20 && prefix <= 29) || (prefix >= 40 && prefix <= 49) || (prefix >= 200 && prefix <= 299)
}

/**
 * Whether the GS1 prefix is 893, that of GS1 Vietnam: the brand owner's member organisation, not the country of origin.
 * In: a GTIN that `gtin14` accepts, else RangeError.
 */
export function isIssuedInVietnam(gtin: string): boolean {
  const digits = fourteen(gtin)
  return isGtin8(digits) ? digits.slice(6, 9) === '893' : digits.slice(1, 4) === '893'
}

function fourteen(gtin: string): string {
  const digits = gtin14(gtin)
  if (digits === null) throw new RangeError('This is not a GTIN of 8, 12, 13 or 14 digits with a right check digit')
  return digits
}

/** Six zeros in front of eight digits: GS1 prefix 00 with five zeros is kept free for GTIN-8. */
function isGtin8(digits: string): boolean {
  return digits.startsWith('000000')
}
