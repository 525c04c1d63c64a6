import { gs1KeyOf } from './epc-uri.ts'
import type { KeyValue } from './gs1-keys.ts'

/**
 * How many digits of a key are its GS1 Company Prefix, 6 to 12; null when that is not known. A Digital Link does not
 * say, so whoever translates must. In: the digits of the key from the first of the prefix on.
 */
export type CompanyPrefixLength = (digits: string) => number | null

/**
 * The EPC URN of a Digital Link URI (`GS1-EPC-Format: Always_EPC_URN`; TDS 2.0, section 6). Out: null when the URI is
 * no Digital Link, its company prefix is not known, or TDS has no URN for such a key.
 */
export function epcUrnOf(uri: string, companyPrefixLength: CompanyPrefixLength): string | null {
  const key = gs1KeyOf(uri)
  if (!key) return null
  const spell = SPELLINGS.get(key.ai)
  if (!spell) return null
  const { lead, digits, urn } = spell(key)
  const length = companyPrefixLength(digits)
  if (length === null) return null
  const prefix = digits.slice(0, length)
  return prefix.length === length && /^\d{6,12}$/.test(prefix) ? urn(`${prefix}.${lead}${digits.slice(length)}`) : null
}

/** The digits of the prefix and the reference, the digit that comes between them, and the URN around both. */
interface Spelling {
  lead: string
  digits: string
  urn: (body: string) => string | null
}

const SPELLINGS: ReadonlyMap<string, (key: KeyValue) => Spelling> = new Map([
  ['00', ({ value }) => reference(value.slice(1, 17), value.charAt(0), (body) => `urn:epc:id:sscc:${body}`)],
  ['01', gtinSpelling],
  ['253', ({ value }) => withSerial('gdti', value.slice(0, 12), value.slice(13))],
  ['255', ({ value }) => withSerial('sgcn', value.slice(0, 12), value.slice(13))],
  ['401', ({ value }) => text('ginc', value)],
  ['402', ({ value }) => reference(value.slice(0, 16), '', (body) => `urn:epc:id:gsin:${body}`)],
  [
    '414',
    ({ value, qualifier }) =>
      reference(value.slice(0, 12), '', (body) => `urn:epc:id:sgln:${body}.${escaped(qualifier?.value ?? '0')}`),
  ],
  ['417', ({ value }) => reference(value.slice(0, 12), '', (body) => `urn:epc:id:pgln:${body}`)],
  ['8003', ({ value }) => withSerial('grai', value.slice(1, 13), value.slice(14))],
  ['8004', ({ value }) => text('giai', value)],
  ['8006', itipSpelling],
  ['8010', cpiSpelling],
  ['8017', ({ value }) => reference(value.slice(0, 17), '', (body) => `urn:epc:id:gsrnp:${body}`)],
  ['8018', ({ value }) => reference(value.slice(0, 17), '', (body) => `urn:epc:id:gsrn:${body}`)],
])

function reference(digits: string, lead: string, urn: Spelling['urn']): Spelling {
  return { lead, digits, urn }
}

function gtinSpelling({ value, qualifier }: KeyValue): Spelling {
  return reference(value.slice(1, 13), value.charAt(0), (body) => {
    if (qualifier === null) return `urn:epc:idpat:sgtin:${body}.*`
    if (qualifier.ai === '10') return `urn:epc:class:lgtin:${body}.${escaped(qualifier.value)}`
    return `urn:epc:id:${qualifier.ai === '235' ? 'upui' : 'sgtin'}:${body}.${escaped(qualifier.value)}`
  })
}

function itipSpelling({ value, qualifier }: KeyValue): Spelling {
  const pieces = `${value.slice(14, 16)}.${value.slice(16, 18)}`
  return reference(value.slice(1, 13), value.charAt(0), (body) => {
    if (qualifier === null) return `urn:epc:idpat:itip:${body}.${pieces}.*`
    return qualifier.ai === '21' ? `urn:epc:id:itip:${body}.${pieces}.${escaped(qualifier.value)}` : null
  })
}

function cpiSpelling({ value, qualifier }: KeyValue): Spelling {
  return reference(escaped(value), '', (body) => {
    return qualifier ? `urn:epc:id:cpi:${body}.${qualifier.value}` : `urn:epc:idpat:cpi:${body}.*`
  })
}

function withSerial(scheme: string, digits: string, serial: string): Spelling {
  return reference(digits, '', (body) => {
    return serial === '' ? `urn:epc:idpat:${scheme}:${body}.*` : `urn:epc:id:${scheme}:${body}.${escaped(serial)}`
  })
}

function text(scheme: string, value: string): Spelling {
  return reference(escaped(value), '', (body) => (body.endsWith('.') ? null : `urn:epc:id:${scheme}:${body}`))
}

/** Characters that may not stand in a URN as they are (TDS 2.0, Annex A). */
function escaped(value: string): string {
  return value.replace(/["#%&/<>?]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
