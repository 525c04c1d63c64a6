import { readUnitCode, UNIT_CODE_LENGTH } from '@sao-lang/traceability/verify'

/** Longest text that is still looked at: an address with everything a messenger app appends stays below it. */
export const LONGEST_TYPED_CODE = 512

/** What the reader's text turned out to be; all but `code` are answered without asking the service. */
export type TypedCode =
  | { kind: 'code'; code: string }
  | { kind: 'empty' }
  /** Only letters and digits, but too few or too many: `count` of them instead of sixteen, or a U, which no label has. */
  | { kind: 'incomplete'; shown: string; count: number }
  /** It holds characters that no label carries; `shown` is free of control characters and short enough to repeat. */
  | { kind: 'impossible'; shown: string }
  | { kind: 'too_long' }

/**
 * Tells what a person typed, pasted or scanned: a unit code in any spelling (see `readUnitCode`), the scan page's
 * address, a GS1 Digital Link with a serial number (`…/01/{gtin}/21/CODE`), or why it cannot be one.
 * Says nothing about the code having been issued. Pure; never throws.
 */
export function readTypedCode(typed: string): TypedCode {
  if (typed.length > LONGEST_TYPED_CODE) return { kind: 'too_long' }
  const serial = /\/21\/([^/?#\s]+)/.exec(typed)?.[1]
  const code = readUnitCode(serial ?? typed)
  if (code) return { kind: 'code', code }
  const bare = typed.normalize('NFKC').replace(/[\s\p{Cf}._\-‐-―−]+/gu, '')
  if (bare === '') return { kind: 'empty' }
  const shown = printable(typed)
  return /^[0-9A-Za-z]+$/.test(bare) ? { kind: 'incomplete', shown, count: bare.length } : { kind: 'impossible', shown }
}

/** Number of characters printed on a label, for the words of the page. */
export const CODE_LENGTH = UNIT_CODE_LENGTH

function printable(text: string): string {
  const characters = [...text.replace(/\p{C}+/gu, '').trim()]
  return characters.length > 48 ? `${characters.slice(0, 48).join('')}…` : characters.join('')
}
