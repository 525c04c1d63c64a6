import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { checkAssociations, checkElement, type Gs1Element, knownAi, MOST_ELEMENTS } from './elements.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'
import { decodePathValue, decodeQueryValue, encodePathValue, encodeQueryValue } from './uri-text.ts'

/** What a Digital Link says, wherever it points: one key, its qualifiers in the standard's order, data attributes. */
export interface DigitalLink {
  readonly primaryKey: Gs1Element
  readonly qualifiers: readonly Gs1Element[]
  readonly attributes: readonly Gs1Element[]
}

export interface ParsedDigitalLink extends DigitalLink {
  /** Scheme, host and path before the primary key as written, without trailing slash: `https://ocop.vn/some/stem`. */
  readonly stem: string
  /** Parts of the query that are not GS1's, as written: `['utm_source=zalo', 'flag']`. */
  readonly otherParameters: readonly string[]
  /** What stands behind `#`, as written; null without one. */
  readonly fragment: string | null
}

/** Scheme and host of canonical Digital Links. */
export const CANONICAL_STEM = 'https://id.gs1.org'

const LONGEST_URI = 8_191
const URI_CHARACTERS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/
/** Both words all in one case; a scheme in mixed case is no Digital Link, says the GS1 Syntax Engine. */
const SCHEME = /^(?:https?|HTTPS?):\/\//
/** Letters, digits, `-`, `.`, a port, an IPv6 address in brackets; no user, no percent-encoding. */
const HOST = /^[A-Za-z0-9\-.:[\]]+$/

/**
 * Reads a GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax 1.6.0, section 4) on any domain, behind any stem:
 * the rightmost primary key of the path counts. Every value, the order of qualifiers, the place of attributes, repeated
 * AIs and AIs that need or exclude each other are checked.
 * In: the URI as printed or sent; a GTIN has 14 digits, as the standard asks since 1.4, unless `acceptShortGtin` allows
 * the 8, 12 or 13 digits of older prints (they come out as 14). Words such as /gtin/ are not read: gone since 1.3.
 * Throws Gs1SyntaxError with a code and a sentence.
 */
export function parseDigitalLink(uri: string, options: { acceptShortGtin?: boolean } = {}): ParsedDigitalLink {
  if (uri.length > LONGEST_URI) throw new Gs1SyntaxError('too_much', `A URI may have at most ${LONGEST_URI} characters`)
  if (!URI_CHARACTERS.test(uri)) throw notALink('It holds a character that no URI may hold; percent-encode it')
  const scheme = SCHEME.exec(uri)?.[0]
  if (scheme === undefined) throw notALink('It must start with https:// or http://')
  const [beforeFragment, fragment] = cut(uri, '#')
  const [address, query] = cut(beforeFragment, '?')
  const slash = address.indexOf('/', scheme.length)
  const host = address.slice(scheme.length, slash < 0 ? undefined : slash)
  if (!HOST.test(host)) throw notALink('It has no host name, or one with characters that no host name may have')
  if (slash < 0) throw noKey()

  const { stemPath, pairs } = splitPath(address.slice(slash))
  const path = pairs.map(([ai, text]) => readElement(ai, decodePathValue(text), options))
  const { attributes, otherParameters } = readQuery(query ?? '', path.length, options)
  const [primaryKey, ...qualifiers] = path
  if (!primaryKey) throw noKey()
  const link = { primaryKey, qualifiers, attributes }
  checkDigitalLink(link)
  return { ...link, stem: scheme + host + stemPath, otherParameters, fragment: fragment ?? null }
}

/**
 * Writes a Digital Link URI: `{stem}/01/{gtin}/21/{serial}?17=…`. Attributes keep their order.
 * In: a link, and a stem such as `https://ocop.vn` (a trailing slash is dropped). Throws Gs1SyntaxError when the link
 * does not follow the standard, or the stem is none.
 */
export function buildDigitalLink(link: DigitalLink, stem: string = CANONICAL_STEM): string {
  const base = stem.replace(/\/+$/, '')
  const scheme = SCHEME.exec(base)?.[0]
  const host = scheme && base.slice(scheme.length).split('/')[0]
  if (!host || !HOST.test(host) || !/^[^?#]*$/.test(base) || !URI_CHARACTERS.test(base)) {
    throw notALink(`"${stem}" is no stem: it must be https:// or http://, a host name and perhaps a path`)
  }
  for (const element of elementsOf(link)) checkElement(element)
  checkDigitalLink(link)
  const path = [link.primaryKey, ...link.qualifiers].map(({ ai, value }) => `/${ai}/${encodePathValue(value)}`)
  const query = link.attributes.map(({ ai, value }) => `${ai}=${encodeQueryValue(value)}`)
  return base + path.join('') + (query.length > 0 ? `?${query.join('&')}` : '')
}

/**
 * The one text for all Digital Links that say the same: `https://id.gs1.org`, GTIN of 14 digits, no parameters but GS1's
 * and those sorted by AI (URI Syntax, canonical URIs).
 * Throws like `buildDigitalLink`.
 */
export function canonicalDigitalLink(link: DigitalLink): string {
  const attributes = [...link.attributes].sort((a, b) => (a.ai < b.ai ? -1 : 1))
  return buildDigitalLink({ ...link, attributes })
}

/**
 * Makes a link of the elements that a barcode carries, in any order. The first primary key among them is the key, the
 * longest sequence of its qualifiers goes into the path, the rest become attributes, those of predefined length first.
 * Throws Gs1SyntaxError: no primary key, an element that is no attribute, or what `checkAssociations` finds.
 */
export function digitalLinkOf(elements: readonly Gs1Element[]): DigitalLink {
  for (const element of elements) checkElement(element)
  const primaryKey = elements.find(({ ai }) => knownAi(ai).keyQualifiers !== null)
  if (!primaryKey) {
    throw new Gs1SyntaxError('no_primary_key', 'None of the elements can be the key of a Digital Link')
  }
  checkAssociations(elements, placedBehind(primaryKey.ai))
  const single = [...new Map(elements.map((element) => [element.ai, element])).values()]
  let qualifiers: Gs1Element[] = []
  for (const sequence of knownAi(primaryKey.ai).keyQualifiers ?? []) {
    const present = sequence.flatMap((ai) => single.filter((element) => element.ai === ai))
    if (present.length > qualifiers.length) qualifiers = present
  }
  const used = new Set([primaryKey, ...qualifiers].map(({ ai }) => ai))
  const rest = single.filter(({ ai }) => !used.has(ai))
  const attributes = [true, false].flatMap((first) => rest.filter(({ ai }) => knownAi(ai).predefinedLength === first))
  const link = { primaryKey, qualifiers, attributes }
  checkDigitalLink(link)
  return link
}

/** Key, qualifiers and attributes in one list. */
export function elementsOf(link: DigitalLink): Gs1Element[] {
  return [link.primaryKey, ...link.qualifiers, ...link.attributes]
}

/**
 * What a link names, from the finest thing to the bare key, without attributes (GS1-Conformant Resolver 1.2, 2.5.9): a
 * serial number is unique under its key, whatever variant and lot stand before it, so `01/22/10/21` gives `01/21`,
 * `01/22/10`, `01/10`, `01/22`, `01`. A resolver walks up along them.
 */
export function keyLevels({ primaryKey, qualifiers }: DigitalLink): DigitalLink[] {
  const [first, ...more] = qualifiers.filter(({ ai }) => ai !== '21')
  const serial = qualifiers.filter(({ ai }) => ai === '21')
  const upper = first === undefined ? [] : more.length > 0 ? [[first, ...more], more, [first]] : [[first]]
  return [...(serial.length > 0 ? [serial] : []), ...upper, []].map((each) => ({
    primaryKey,
    qualifiers: each,
    attributes: [],
  }))
}

/** Whether qualifiers follow a sequence of the key; parts of the sequence may be left out. */
export function isQualifierSequence(key: string, qualifiers: readonly string[]): boolean {
  const sequences = APPLICATION_IDENTIFIERS.get(key)?.keyQualifiers
  if (!sequences) return false
  return qualifiers.length === 0 || sequences.some((sequence) => isPickedFrom(qualifiers, sequence))
}

function placedBehind(key: string): ReadonlySet<string> {
  return new Set(knownAi(key).keyQualifiers?.flat())
}

function isPickedFrom(qualifiers: readonly string[], sequence: readonly string[]): boolean {
  let at = -1
  return qualifiers.every((ai) => {
    at = sequence.indexOf(ai, at + 1)
    return at >= 0
  })
}

function checkDigitalLink(link: DigitalLink): void {
  const key = link.primaryKey.ai
  const qualifiers = link.qualifiers.map(({ ai }) => ai)
  if (!isQualifierSequence(key, qualifiers)) {
    const sequence = qualifiers.map((ai) => `(${ai})`).join(' ')
    throw new Gs1SyntaxError(
      'wrong_qualifiers',
      qualifiers.length === 0
        ? `AI (${key}) is no primary key of a Digital Link`
        : `Behind AI (${key}) the path cannot go on with ${sequence} in this order`,
      key,
    )
  }
  const seen = new Set<string>()
  for (const { ai } of elementsOf(link)) {
    if (seen.has(ai)) throw new Gs1SyntaxError('duplicate_ai', `AI (${ai}) stands there twice`, ai)
    seen.add(ai)
  }
  for (const { ai } of link.attributes) {
    const known = knownAi(ai)
    if (!known.attribute) {
      throw new Gs1SyntaxError('not_an_attribute', `AI (${ai}) may not stand in the query of a Digital Link`, ai)
    }
    const sequences = knownAi(key).keyQualifiers ?? []
    if (sequences.some((each) => each.includes(ai) && qualifiers.every((qualifier) => each.includes(qualifier)))) {
      throw new Gs1SyntaxError('belongs_in_path', `AI (${ai}) belongs into the path, behind AI (${key})`, ai)
    }
  }
  checkAssociations(elementsOf(link), new Set(qualifiers))
}

/** Walks from the end of the path in pairs of AI and value until a primary key; what is left of it is the stem. */
function splitPath(path: string): { stemPath: string; pairs: [ai: string, text: string][] } {
  const segments = path.split('/')
  const pairs: [string, string][] = []
  for (let at = segments.length - 2; at >= 1; at -= 2) {
    const [ai, text] = [segments[at] ?? '', segments[at + 1] ?? '']
    const known = APPLICATION_IDENTIFIERS.get(ai)
    if (!known) break
    pairs.unshift([ai, text])
    if (known.keyQualifiers) return { stemPath: segments.slice(0, at).join('/'), pairs }
  }
  throw noKey()
}

function readQuery(
  query: string,
  elementsBefore: number,
  options: { acceptShortGtin?: boolean },
): { attributes: Gs1Element[]; otherParameters: string[] } {
  const parameters = query.split('&').filter((parameter) => parameter !== '')
  if (elementsBefore + parameters.length > MOST_ELEMENTS) {
    throw new Gs1SyntaxError('too_much', `A Digital Link may carry at most ${MOST_ELEMENTS} elements and parameters`)
  }
  const attributes: Gs1Element[] = []
  const otherParameters: string[] = []
  for (const parameter of parameters) {
    const [name, text] = cut(parameter, '=')
    if (text === undefined || !/^[0-9]+$/.test(name)) otherParameters.push(parameter)
    else attributes.push(readElement(name, decodeQueryValue(text), options))
  }
  return { attributes, otherParameters }
}

function readElement(ai: string, value: string, options: { acceptShortGtin?: boolean }): Gs1Element {
  const long = ai === '01' && options.acceptShortGtin && /^(?:[0-9]{8}|[0-9]{12,13})$/.test(value)
  const element = { ai, value: long ? value.padStart(14, '0') : value }
  checkElement(element)
  return element
}

function cut(text: string, mark: string): [before: string, after: string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function notALink(reason: string): Gs1SyntaxError {
  return new Gs1SyntaxError('not_a_digital_link', `This is no GS1 Digital Link. ${reason}`)
}

function noKey(): Gs1SyntaxError {
  return new Gs1SyntaxError(
    'no_primary_key',
    'This is no GS1 Digital Link. Its path must end with a GS1 key and its value, such as /01/09506000134352',
  )
}
