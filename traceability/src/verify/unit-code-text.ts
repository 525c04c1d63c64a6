import { codeOfSignedDigits } from './signed-label-text.ts'

/** Characters of a unit code: one for the key epoch, fifteen enciphered. */
export const UNIT_CODE_LENGTH = 16

/** Longer input is not looked at: a printed URL with everything a messenger app appends stays below it. */
const MAX_INPUT_LENGTH = 512

const SEPARATORS = /[\s\-\u00AD\u200B-\u200D\u2010-\u2015\u2060\u2212\uFEFF._]/gu
const CANONICAL = /^[0-9A-HJKMNP-TV-Z]{16}$/

/**
 * Reads a unit code the way people type, paste or scan it: any case, spaces, dashes or dots between groups, O for 0,
 * I and L for 1, a whole scan-page URL, percent-encoding once or twice; also the digits of a signed label, in which the
 * code stands (the signature is not looked at: see `verifySignedLabel`).
 * In: untrusted text of any length. Out: the 16 canonical characters, or null when the text cannot be a unit code.
 * Says nothing about the code having been issued. Never throws.
 */
export function readUnitCode(text: string): string | null {
  if (text.length > MAX_INPUT_LENGTH) return null
  const decoded = percentDecoded(percentDecoded(text)).normalize('NFKC').trim()
  const code = codeSegment(decoded).replace(SEPARATORS, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return CANONICAL.test(code) ? code : codeOfSignedDigits(code)
}

/** Groups of four for people to read aloud and type: `0ABC-DEFG-HJKM-NPQR`. In: a canonical code. */
export function formatUnitCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code
}

/** The part after `/q/` of a scan-page URL without query, fragment and trailing slash; other text unchanged. */
function codeSegment(text: string): string {
  const link = /(?:^|\/)q\/+([^/?#]+)/i.exec(text)
  return link?.[1] ?? text
}

function percentDecoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
