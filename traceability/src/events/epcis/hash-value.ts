import { canonicalDigitalLink } from './epc-uri.ts'
import { expandCurie, type Namespaces } from './json-ld-context.ts'

/** CBV URNs that documents of EPCIS 1.x carry, with the web URI each begins with in CBV 2.0 (rule 14). */
const CBV_URNS = [
  ['urn:epcglobal:cbv:bizstep:', 'https://ref.gs1.org/cbv/BizStep-'],
  ['urn:epcglobal:cbv:disp:', 'https://ref.gs1.org/cbv/Disp-'],
  ['urn:epcglobal:cbv:btt:', 'https://ref.gs1.org/cbv/BTT-'],
  ['urn:epcglobal:cbv:sdt:', 'https://ref.gs1.org/cbv/SDT-'],
  ['urn:epcglobal:cbv:er:', 'https://ref.gs1.org/cbv/ER-'],
] as const

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * A text value as the pre-hash string of CBV 2.0 has it: prefix expanded (rule 15), white space at the ends cut
 * (rule 5), CBV URNs replaced (14), a decimal number in its shortest form (6), GS1 identifiers as constrained canonical
 * Digital Links (17, 18). Numbers are recognised by their look, whatever the field, as the reference implementation
 * does.
 */
export function canonicalText(value: string, namespaces: Namespaces): string {
  const text = withoutUrns(expandCurie(value, namespaces).trim())
  if (DECIMAL.test(text)) {
    const number = Number(text)
    return Number.isFinite(number) ? canonicalNumber(number) : text
  }
  return canonicalDigitalLink(text) ?? text
}

function withoutUrns(text: string): string {
  if (!text.includes('urn:epcglobal:cbv:')) return text
  return CBV_URNS.reduce((rest, [urn, base]) => rest.replaceAll(urn, base), text)
}

/**
 * A number without needless zeros (rule 6). Whole numbers are written out in full; numbers nearer to zero than 0.0001
 * with an exponent of at least two digits: both as the reference implementation writes them.
 */
export function canonicalNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value)
  if (Number.isInteger(value)) return BigInt(value).toString()
  if (Math.abs(value) >= 1e-4) return String(value)
  return value.toExponential().replace(/e-(\d)$/, 'e-0$1')
}

/** Sorts in place by Unicode code point (rules 10 and 11); UTF-16 order differs beyond the basic plane. */
export function sortByCodePoint(texts: string[]): string[] {
  if (texts.length < 2) return texts
  return texts.some((text) => SURROGATE.test(text)) ? texts.sort(byCodePoint) : texts.sort()
}

const SURROGATE = /[\uD800-\uDFFF]/

function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others, but their units do not compare so. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
