import { codeOfSignedDigits, findSignedDigits } from '../signed-label-text.ts'
import { readUnitCode } from '../unit-code-text.ts'
import { gtin14 } from './check-digit.ts'
import { type DigitalLink, digitalLinkOf, parseDigitalLink } from './digital-link.ts'
import { GROUP_SEPARATOR, parseBracketedElements, parseScannedElements } from './element-string.ts'
import type { Gs1Element } from './elements.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'

/** What a person typed, pasted or scanned. Nothing here says that it was issued by anybody. */
export type ScanInput =
  /** A unit code of ours; `gtin` (14 digits) when it came with one; `signed`: the digits to give `verifySignedLabel`. */
  | { kind: 'unit'; code: string; gtin: string | null; signed?: string }
  /** A GS1 key with qualifiers or attributes, or of another kind than a GTIN. */
  | { kind: 'digital_link'; link: DigitalLink }
  /** Nothing but a GTIN, 14 digits. */
  | { kind: 'gtin'; gtin: string }
  | { kind: 'unknown' }

/** A pasted message with an address in it stays below; longer text is not looked at. */
const LONGEST_INPUT = 2_048

const UNKNOWN: ScanInput = { kind: 'unknown' }
/** A serial number in a path, as `/01/{gtin}/21/{serial}` or behind any other path. */
const SERIAL = /(?:\/01\/([0-9]+)(?:\/(?:22|10)\/[^/?#\s]+)*)?\/21\/([^/?#\s]+)/
const SCAN_PAGE = /\/q\/+[^/?#\s,;)\]"'<>]+/gi
const ADDRESS = /https?:\/\/[^\s<>"']+/gi
/** A GS1 key in a path without scheme: `ocop.vn/01/09506000134352`, `/414/…`. */
const BARE_PATH =
  /(?:[a-z0-9.\-:[\]]+)?(?:\/[^\s/]+)*\/(?:00|01|253|255|401|402|41[457]|80(?:0[346]|1[0378]))\/[^\s<>"']+/i
const BRACKETED = /\([0-9]{2,4}\)[^\s]+/
/** One run of sixteen characters, or four groups of four, that is no part of an address; words have no digit. */
const CODE_IN_TEXT =
  /(?<![\p{L}\p{N}/=%&#?])(?:[0-9A-Za-z]{16}|[0-9A-Za-z]{4}(?:[\s.\-\u2010-\u2015][0-9A-Za-z]{4}){3})(?![\p{L}\p{N}])/gu

/**
 * Tells what somebody typed, pasted or scanned, as forgivingly as it can be done without guessing: unit codes in every
 * spelling that `readUnitCode` takes, scan page addresses on any host, Digital Links with short GTINs, odd case or a
 * trailing slash, the digits of signed labels, element strings with brackets or separators, plain GTINs; percent-encoded up to twice, in full-width
 * characters, with text around. Two different codes in one text are no answer.
 * In: untrusted text of any length. Never throws.
 */
export function readScanInput(text: string): ScanInput {
  if (text.length > LONGEST_INPUT) return UNKNOWN
  let current = text.normalize('NFKC').replaceAll('\u241D', GROUP_SEPARATOR)
  for (let round = 0; round < 3; round++) {
    const read = readOnce(current)
    if (read.kind !== 'unknown') return withSignedDigits(read, current)
    const decoded = percentDecoded(current)
    if (decoded === current) break
    current = decoded
  }
  return withSignedDigits(readCodeInText(current) ?? UNKNOWN, current)
}

function withSignedDigits(read: ScanInput, text: string): ScanInput {
  const signed = read.kind === 'unit' ? findSignedDigits(text)?.digits : undefined
  return read.kind === 'unit' && signed !== undefined && codeOfSignedDigits(signed) === read.code
    ? { ...read, signed }
    : read
}

function readOnce(text: string): ScanInput {
  const whole = text.trim()
  const serial = SERIAL.exec(whole)
  const code = readUnitCode(serial?.[2] ?? whole)
  if (code) return { kind: 'unit', code, gtin: gtin14(serial?.[1] ?? '') }
  return readLink(whole) ?? readElements(whole) ?? readGtin(whole) ?? UNKNOWN
}

function readLink(text: string): ScanInput | null {
  for (const match of text.match(ADDRESS) ?? []) {
    const link = attempt(() => parseDigitalLink(tidyAddress(match), { acceptShortGtin: true }))
    if (link) return ofLink(link)
  }
  const bare = BARE_PATH.exec(text)?.[0]
  if (bare === undefined) return null
  const address = bare.startsWith('/') ? `https://id.gs1.org${bare}` : `https://${bare}`
  const link = attempt(() => parseDigitalLink(tidyAddress(address), { acceptShortGtin: true }))
  return link && ofLink(link)
}

/** Lower-case scheme (a phone writes `Https://`), no slash and no full stop of the sentence at the end. */
function tidyAddress(address: string): string {
  const lower = address.replace(/^https?/i, (scheme) => scheme.toLowerCase())
  return lower.replace(/[.,;:!)\]\u2026]+$/u, '').replace(/\/+(?=$|[?#])/, '')
}

function readElements(text: string): ScanInput | null {
  const bracketed = BRACKETED.exec(text)?.[0]
  if (bracketed !== undefined) {
    const read = attempt(() => parseBracketedElements(text.slice(text.indexOf('(')).replace(/\s+(?=\()/g, '')))
    return ofElements(read ?? attempt(() => parseBracketedElements(bracketed)))
  }
  const scanned = /^\][A-Za-z][0-9]/.test(text) || text.includes(GROUP_SEPARATOR) || /^01[0-9]{14}./.test(text)
  return scanned ? ofElements(attempt(() => parseScannedElements(text))) : null
}

function ofElements(elements: readonly Gs1Element[] | null): ScanInput | null {
  const link = elements && attempt(() => digitalLinkOf(elements))
  return link && ofLink(link)
}

function ofLink({ primaryKey, qualifiers, attributes }: DigitalLink): ScanInput {
  const gtin = primaryKey.ai === '01' ? primaryKey.value : null
  const code = readUnitCode(qualifiers.find(({ ai }) => ai === '21')?.value ?? '')
  if (gtin !== null && code) return { kind: 'unit', code, gtin }
  if (gtin !== null && qualifiers.length === 0 && attributes.length === 0) return { kind: 'gtin', gtin }
  return { kind: 'digital_link', link: { primaryKey, qualifiers, attributes } }
}

function readGtin(text: string): ScanInput | null {
  const gtin = gtin14(text)
  return gtin === null ? null : { kind: 'gtin', gtin }
}

function readCodeInText(text: string): ScanInput | null {
  const pages = text.match(SCAN_PAGE) ?? []
  const candidates = pages.length > 0 ? pages : (text.match(CODE_IN_TEXT) ?? []).filter((run) => /[0-9]/.test(run))
  const codes = new Set(candidates.map(readUnitCode).filter((code) => code !== null))
  const [code] = codes
  return code !== undefined && codes.size === 1 ? { kind: 'unit', code, gtin: null } : null
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return null
    throw error
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
