import { hasValidCheckDigit } from './check-digit.ts'
import { COUNTRY_LETTERS, COUNTRY_NUMBERS, CURRENCY_NUMBERS, PACKAGE_TYPES } from './code-lists.ts'
import { couponCodeFault, positiveOfferFault } from './coupons.ts'

/** Says what is wrong with one component of a value, as the end of a sentence; null when nothing is. */
export type Linter = (component: string) => string | null

const DIGITS = /^[0-9]+$/
/** CSET 82 in the order of its character values (GS1 General Specifications 7.11). */
const CSET82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
/** Check characters of alphanumeric keys, in the order of their values. */
const CSET32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** GS1 Company Prefixes have at least four digits. */
const SHORTEST_COMPANY_PREFIX = 4

/** The four character sets of GS1 formats: digits, CSET 82, CSET 39, and base64url with its padding. */
export const CHARACTER_SETS = {
  N: rule(/^[0-9]*$/, 'may hold digits only'),
  X: rule(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/, 'holds a character outside the GS1 character set 82'),
  Y: rule(/^[#\-/0-9A-Z]*$/, 'holds a character outside the GS1 character set 39'),
  Z(component: string) {
    const padding = /=*$/.exec(component)?.[0].length ?? 0
    if (padding > 2 || (padding > 0 && component.length % 3 !== 0)) return 'has wrong base64url padding'
    return /^[0-9A-Za-z_-]*=*$/.test(component) ? null : 'holds a character outside base64url'
  },
} as const satisfies Record<string, Linter>

/**
 * The content rules that the GS1 Barcode Syntax Dictionary (release 2026-01-27) names, all of them. `gcppos1` and
 * `gcppos2` look at the digits only: which company prefixes are allocated is a register that nobody may copy.
 * `yymmd0` reads the year 00 as 2000, which holds for dates until 2049.
 */
export const LINTERS = {
  csum: (text) => (hasValidCheckDigit(text) ? null : 'has a wrong check digit'),
  csumalpha: (text) => (hasValidCheckPair(text) ? null : 'has a wrong pair of check characters'),
  gcppos1: companyPrefixFault,
  gcppos2: (text) => companyPrefixFault(text.slice(1)),
  zero: rule(/^0+$/, 'must start with a zero'),
  nonzero: rule(/^(?=.*[1-9])[0-9]+$/, 'must not be zero'),
  nozeroprefix: rule(/^(?!0)[0-9]*$/, 'must be digits without a leading zero'),
  hasnondigit: rule(/[^0-9]/, 'must hold a character that is no digit'),
  hyphen: rule(/^-+$/, 'must end with a hyphen or nothing'),
  yesno: rule(/^[01]$/, 'must be 0 or 1'),
  winding: rule(/^[019]$/, 'names no winding direction (0, 1 or 9)'),
  iso5218: rule(/^[0129]$/, 'must be 0, 1, 2 or 9 (ISO/IEC 5218)'),
  importeridx: rule(/^[0-9A-Za-z_-]$/, 'ends with a character that is no importer index'),
  iso3166: listed(COUNTRY_NUMBERS, 'is no ISO 3166-1 country number'),
  iso3166999: (text) =>
    text === '999' || COUNTRY_NUMBERS.has(text) ? null : 'is neither an ISO 3166-1 country number nor 999',
  iso3166alpha2: listed(COUNTRY_LETTERS, 'is no ISO 3166-1 two-letter country code'),
  iso4217: listed(CURRENCY_NUMBERS, 'is no ISO 4217 currency number'),
  packagetype: listed(PACKAGE_TYPES, 'is no package type'),
  mediatype: rule(/^(0[1-9]|10|[89][0-9])$/, 'is no AIDC media type'),
  yymmd0: (text) => (/^[0-9]{6}$/.test(text) ? dateFault(`20${text}`, true) : 'must be a date YYMMDD'),
  yymmdd: (text) => (/^[0-9]{6}$/.test(text) ? dateFault(`20${text}`, false) : 'must be a date YYMMDD'),
  yyyymmd0: (text) => (/^[0-9]{8}$/.test(text) ? dateFault(text, true) : 'must be a date YYYYMMDD'),
  yyyymmdd: (text) => (/^[0-9]{8}$/.test(text) ? dateFault(text, false) : 'must be a date YYYYMMDD'),
  hh: rule(/^([01][0-9]|2[0-3])$/, 'must have an hour from 00 to 23'),
  mi: rule(/^[0-5][0-9]$/, 'must have minutes from 00 to 59'),
  ss: rule(/^[0-5][0-9]$/, 'must have seconds from 00 to 59'),
  hhmi: rule(/^([01][0-9]|2[0-3])[0-5][0-9]$/, 'must have a time HHMM from 0000 to 2359'),
  latitude: (text) => positionFault(text, 1_800_000_000, 'latitude'),
  longitude: (text) => positionFault(text, 3_600_000_000, 'longitude'),
  pcenc: rule(/^([^%]|%[0-9A-Fa-f]{2})*$/, 'holds a % that no two hexadecimal digits follow'),
  pieceoftotal: pieceOfTotalFault,
  posinseqslash: positionInSequenceFault,
  iban: ibanFault,
  couponcode: couponCodeFault,
  couponposoffer: positiveOfferFault,
} as const satisfies Record<string, Linter>

export type LinterName = keyof typeof LINTERS

function rule(pattern: RegExp, fault: string): Linter {
  return (text) => (pattern.test(text) ? null : fault)
}

function listed(list: ReadonlySet<string>, fault: string): Linter {
  return (text) => (list.has(text) ? null : fault)
}

function companyPrefixFault(text: string): string | null {
  const start = text.slice(0, SHORTEST_COMPANY_PREFIX)
  return start.length === SHORTEST_COMPANY_PREFIX && DIGITS.test(start) ? null : 'has no GS1 Company Prefix'
}

/** GS1 General Specifications 7.9.5: prime weights from the right, modulo 1021, written as two characters of CSET 32. */
function hasValidCheckPair(text: string): boolean {
  if (text.length < 2) return false
  const body = text.slice(0, -2)
  const weights = primes(body.length)
  let sum = 0
  for (let i = 0; i < body.length; i++) {
    const value = CSET82.indexOf(body.charAt(i))
    if (value < 0) return false
    sum += value * (weights[body.length - 1 - i] ?? 0)
  }
  sum %= 1021
  return text.slice(-2) === CSET32.charAt(sum >> 5) + CSET32.charAt(sum & 31)
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n)
  return found
}

function dateFault(yyyymmdd: string, dayMayBeOpen: boolean): string | null {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number)
  if (year === undefined || month === undefined || day === undefined) return 'must be a date'
  if (month < 1 || month > 12) return 'has a month outside 01 to 12'
  if (day === 0) return dayMayBeOpen ? null : 'has the day 00'
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days ? null : 'has a day that its month does not have'
}

/** Ten digits: ten-millionths of a degree, counted from the south pole or from 180 degrees west. */
function positionFault(text: string, greatest: number, name: string): string | null {
  return /^[0-9]{10}$/.test(text) && Number(text) <= greatest ? null : `holds an impossible ${name}`
}

function pieceOfTotalFault(text: string): string | null {
  if (!DIGITS.test(text) || text.length % 2 !== 0) return 'must end with a piece number and a total of equal length'
  const [piece, total] = [text.slice(0, text.length / 2), text.slice(text.length / 2)]
  if (!/[1-9]/.test(piece)) return 'has the piece number zero'
  if (!/[1-9]/.test(total)) return 'has a total of zero pieces'
  return piece <= total ? null : 'has a piece number above the total'
}

function positionInSequenceFault(text: string): string | null {
  const parts = /^([0-9]+)\/([0-9]+)$/.exec(text)
  const [position, end] = [parts?.[1], parts?.[2]]
  if (position === undefined || end === undefined) return 'must be a position and an end, as in 1/3'
  if (position.startsWith('0') || end.startsWith('0')) return 'has a number with a leading zero'
  const exceeds = position.length === end.length ? position > end : position.length > end.length
  return exceeds ? 'has a position above the end' : null
}

/** ISO 13616-1: the first four characters moved to the end, letters as 10 to 35, remainder 1 modulo 97. */
function ibanFault(text: string): string | null {
  if (!COUNTRY_LETTERS.has(text.slice(0, 2))) return 'starts with no ISO 3166-1 country code'
  if (text.length <= 10 || text.length > 34) return 'has a length that no IBAN has'
  if (!/^[0-9A-Z]+$/.test(text)) return 'holds a character that no IBAN has'
  let remainder = 0
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97
  }
  return remainder === 1 ? null : 'has wrong IBAN check digits'
}
