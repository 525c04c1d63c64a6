import { checkDigit, isSet39, isSet82, type KeyValue, keyOfPath } from './gs1-keys.ts'

const CANONICAL = 'https://id.gs1.org'

/**
 * The one form of a GS1 identifier the event hash is made of: the constrained canonical Digital Link URI, below
 * `https://id.gs1.org`, cut to its finest key (CBV 2.0 event hash, rules 17 and 18). In: an EPC URN (`urn:epc:id`,
 * `:class`, `:idpat`) or a Digital Link URI of any domain. Out: null when the text is neither. Never throws.
 */
export function canonicalDigitalLink(uri: string): string | null {
  const keyValue = gs1KeyOf(uri)
  return keyValue && digitalLink(keyValue)
}

/** The GS1 key an EPC URN or a Digital Link URI stands for; null when the text is neither. Never throws. */
export function gs1KeyOf(uri: string): KeyValue | null {
  return uri.startsWith('urn:epc:') ? keyOfUrn(uri) : keyOfWebUri(uri)
}

function digitalLink({ ai, value, qualifier }: KeyValue): string {
  const path = `${CANONICAL}/${ai}/${encoded(value)}`
  return qualifier ? `${path}/${qualifier.ai}/${encoded(qualifier.value)}` : path
}

const TO_ENCODE = /[^0-9A-Za-z\-._~';=]/g

/** Percent-encodes what a path segment of a canonical Digital Link URI must not hold. */
function encoded(value: string): string {
  return value.replace(TO_ENCODE, percent)
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

const WEB_URI = /^(?:https?|HTTPS?):\/\/[^/?#]+(\/[^?#]*)(\?[^#]*)?$/

/** Most web URIs in events are no Digital Links: this tells them fast. */
const MAY_HAVE_KEY =
  /^[hH][^?#]*\/(?:0[01]|25[35]|40[12]|41[47]|80(?:0[346]|1[078])|gtin|sscc|gdti|gcn|ginc|gsin|gln|party|grai|giai|itip|cpid|gsrnp?)\//

/** A fragment names something else than what the URI identifies: such a URI is no Digital Link. */
function keyOfWebUri(uri: string): KeyValue | null {
  if (!MAY_HAVE_KEY.test(uri)) return null
  const path = WEB_URI.exec(uri)?.[1]
  if (path === undefined) return null
  const segments = path.slice(1).split('/')
  if (segments.at(-1) === '') segments.pop()
  return keyOfPath(segments)
}

const URN = /^urn:epc:(id|class|idpat):([a-z]+):(\S+)$/

function keyOfUrn(urn: string): KeyValue | null {
  const parts = URN.exec(urn)
  const [, form, scheme, body] = parts ?? []
  if (form === undefined || scheme === undefined || body === undefined) return null
  if (form === 'idpat') return body.endsWith('.*') ? keyOfPattern(scheme, body.slice(0, -2)) : null
  if (form === 'class') return scheme === 'lgtin' ? gtinWith('10', 20, body) : null
  return keyOfInstance(scheme, body)
}

function keyOfInstance(scheme: string, body: string): KeyValue | null {
  switch (scheme) {
    case 'sgtin':
      return gtinWith('21', 20, body)
    case 'upui':
      return gtinWith('235', 28, body)
    case 'itip': {
      const read = prefixed(body, 13)
      const [, pieces, serial] = /^\.(\d\d\.\d\d)\.(.+)$/.exec(read?.rest ?? '') ?? []
      const value = decodedSerial(serial, 20)
      if (!read || pieces === undefined || value === null) return null
      return { ai: '8006', value: gtin(read) + pieces.replace('.', ''), qualifier: { ai: '21', value } }
    }
    case 'sscc': {
      const read = prefixed(body, 17)
      return read?.rest === '' ? keyed('00', withExtensionDigit(read)) : null
    }
    case 'sgln': {
      const read = prefixed(body, 12)
      const extension = decodedSerial(afterDot(read?.rest), 20)
      if (!read || extension === null) return null
      const gln = keyed('414', read.prefix + read.reference)
      return extension === '0' ? gln : { ...gln, qualifier: { ai: '254', value: extension } }
    }
    case 'pgln':
      return plain('417', prefixed(body, 12))
    case 'gsrn':
      return plain('8018', prefixed(body, 17))
    case 'gsrnp':
      return plain('8017', prefixed(body, 17))
    case 'gsin':
      return plain('402', prefixed(body, 16))
    case 'grai':
      return serialised('8003', '0', prefixed(body, 12), 16)
    case 'gdti':
      return serialised('253', '', prefixed(body, 12), 17)
    case 'sgcn': {
      const read = prefixed(body, 12)
      const serial = afterDot(read?.rest)
      return read && serial !== undefined && /^\d{1,12}$/.test(serial) ? serialised('255', '', read, 12) : null
    }
    case 'giai':
      return prefixedText('8004', body)
    case 'ginc':
      return prefixedText('401', body)
    case 'cpi': {
      const dot = body.lastIndexOf('.')
      const serial = body.slice(dot + 1)
      const part = componentPart(body.slice(0, dot))
      return part && /^\d{1,12}$/.test(serial) ? { ...part, qualifier: { ai: '8011', value: serial } } : null
    }
    default:
      return null
  }
}

/** All instances of a class: the class itself, as a Digital Link has it. */
function keyOfPattern(scheme: string, body: string): KeyValue | null {
  const whole = (read: Prefixed | null) => (read?.rest === '' ? read : null)
  switch (scheme) {
    case 'sgtin':
    case 'upui': {
      const read = whole(prefixed(body, 13))
      return read && { ai: '01', value: gtin(read), qualifier: null }
    }
    case 'itip': {
      const read = prefixed(body, 13)
      const pieces = /^\.(\d\d\.\d\d)$/.exec(read?.rest ?? '')?.[1]
      return read && pieces !== undefined
        ? { ai: '8006', value: gtin(read) + pieces.replace('.', ''), qualifier: null }
        : null
    }
    case 'grai': {
      const read = whole(prefixed(body, 12))
      return read && keyed('8003', `0${read.prefix}${read.reference}`)
    }
    case 'gdti':
      return plain('253', prefixed(body, 12))
    case 'sgcn':
      return plain('255', prefixed(body, 12))
    case 'cpi':
      return componentPart(body)
    default:
      return null
  }
}

/** The company prefix of a URN, the reference behind it, and what follows both, with its dot. */
interface Prefixed {
  prefix: string
  reference: string
  rest: string
}

const PREFIX = /^(\d{6,12})\.(\d*)(.*)$/

/** Splits a body whose prefix and reference have `length` digits together; null when they have not. */
function prefixed(body: string, length: number): Prefixed | null {
  const [, prefix, reference, rest] = PREFIX.exec(body) ?? []
  if (prefix === undefined || reference === undefined || rest === undefined) return null
  return prefix.length + reference.length === length ? { prefix, reference, rest } : null
}

function afterDot(rest: string | undefined): string | undefined {
  return rest?.startsWith('.') ? rest.slice(1) : undefined
}

/** The first digit of the reference is the indicator (GTIN) or extension digit (SSCC), which stands in front. */
function withExtensionDigit({ prefix, reference }: Prefixed): string {
  return reference.charAt(0) + prefix + reference.slice(1)
}

function gtin(read: Prefixed): string {
  const body = withExtensionDigit(read)
  return body + checkDigit(body)
}

function keyed(ai: string, body: string): KeyValue {
  return { ai, value: body + checkDigit(body), qualifier: null }
}

function plain(ai: string, read: Prefixed | null): KeyValue | null {
  return read?.rest === '' ? keyed(ai, read.prefix + read.reference) : null
}

function gtinWith(qualifier: string, length: number, body: string): KeyValue | null {
  const read = prefixed(body, 13)
  const value = decodedSerial(afterDot(read?.rest), length)
  return read && value !== null ? { ai: '01', value: gtin(read), qualifier: { ai: qualifier, value } } : null
}

function serialised(ai: string, lead: string, read: Prefixed | null, length: number): KeyValue | null {
  const serial = decodedSerial(afterDot(read?.rest), length)
  if (!read || serial === null) return null
  const base = keyed(ai, lead + read.prefix + read.reference)
  return { ...base, value: base.value + serial }
}

/** A company prefix and a reference of characters, 30 together (GIAI, GINC). */
function prefixedText(ai: string, body: string): KeyValue | null {
  const [, prefix, reference] = /^(\d{6,12})\.(.+)$/.exec(body) ?? []
  const text = decodedSerial(reference, 30 - (prefix?.length ?? 0))
  return prefix !== undefined && text !== null ? { ai, value: prefix + text, qualifier: null } : null
}

function componentPart(body: string): KeyValue | null {
  const [, prefix, reference] = /^(\d{6,12})\.([^.]+)$/.exec(body) ?? []
  if (prefix === undefined || reference === undefined) return null
  const text = unescaped(reference)
  if (text === null || !isSet39(text) || prefix.length + text.length > 30) return null
  return { ai: '8010', value: prefix + text, qualifier: null }
}

function decodedSerial(text: string | undefined, length: number): string | null {
  if (text === undefined) return null
  const value = unescaped(text)
  return value !== null && isSet82(value, length) ? value : null
}

function unescaped(text: string): string | null {
  if (/["&/<>?#]/.test(text)) return null
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * What an identifier names as far as GS1 says: a single object (`instance`), all objects of a class or lot (`class`),
 * or null for identifiers of which that cannot be told, among them every private URI.
 */
export function epcLevel(uri: string): 'instance' | 'class' | null {
  if (uri.startsWith('urn:epc:')) {
    if (uri.startsWith('urn:epc:id:')) return 'instance'
    return uri.startsWith('urn:epc:class:') || uri.startsWith('urn:epc:idpat:') ? 'class' : null
  }
  const found = gs1KeyOf(uri)
  if (!found) return null
  const { ai, value, qualifier } = found
  switch (ai) {
    case '01':
    case '8006':
      return qualifier !== null && qualifier.ai !== '10' ? 'instance' : 'class'
    case '8010':
      return qualifier ? 'instance' : 'class'
    case '253':
    case '255':
      return value.length > 13 ? 'instance' : 'class'
    case '8003':
      return value.length > 14 ? 'instance' : 'class'
    default:
      return 'instance'
  }
}
