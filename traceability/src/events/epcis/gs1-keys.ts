/**
 * The GS1 keys that EPCs are made of: how each stands in a GS1 Digital Link URI (URI Syntax 1.2, 4.11) and in an EPC
 * URN (TDS 2.0, section 6). Only what CBV 2.0 needs to bring both to one form.
 */
export interface Gs1Key {
  /** Application identifier of the key. */
  ai: string
  /** The word that stood for it in Digital Link URIs up to release 1.2. */
  word: string
  /** Whole values of the key. */
  value: RegExp
  /** Qualifiers that may follow, in this order, with their values. */
  qualifiers: readonly (readonly [ai: string, value: RegExp])[]
  /** The qualifiers that belong to the identity, finest first (CBV 2.0 event hash, rule 18); others are dropped. */
  finest: readonly string[]
}

/** Characters of GS1 AI encodable set 82, and the shorter set 39 of component and part identifiers. */
const SET_82 = `[!"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]`
const SET_39 = '[#\\-/0-9A-Z]'

const text82 = (to: number) => new RegExp(`^${SET_82}{1,${to}}$`)
const digits = (count: number) => new RegExp(`^\\d{${count}}$`)

const SERIAL = ['21', text82(20)] as const
const LOT = ['10', text82(20)] as const
const VARIANT = ['22', text82(20)] as const

const KEYS: readonly Gs1Key[] = [
  key('00', 'sscc', digits(18)),
  key('01', 'gtin', /^(?:\d{8}|\d{12,14})$/, [VARIANT, LOT, SERIAL, ['235', text82(28)]], ['235', '21', '10']),
  key('253', 'gdti', new RegExp(`^\\d{13}${SET_82}{0,17}$`)),
  key('255', 'gcn', /^\d{13,25}$/),
  key('401', 'ginc', new RegExp(`^\\d{4}${SET_82}{1,26}$`)),
  key('402', 'gsin', digits(17)),
  key(
    '414',
    'gln',
    digits(13),
    [
      ['254', text82(20)],
      ['7040', text82(4)],
    ],
    ['254'],
  ),
  key('417', 'party', digits(13), [['7040', text82(4)]]),
  key('8003', 'grai', new RegExp(`^\\d{14}${SET_82}{0,16}$`)),
  key('8004', 'giai', new RegExp(`^\\d{4}${SET_82}{1,26}$`)),
  key('8006', 'itip', digits(18), [VARIANT, LOT, SERIAL], ['21', '10']),
  key('8010', 'cpid', new RegExp(`^\\d{4}${SET_39}{1,26}$`), [['8011', /^\d{1,12}$/]], ['8011']),
  key('8017', 'gsrnp', digits(18), [['8019', /^\d{1,10}$/]]),
  key('8018', 'gsrn', digits(18), [['8019', /^\d{1,10}$/]]),
]

function key(
  ai: string,
  word: string,
  value: RegExp,
  qualifiers: Gs1Key['qualifiers'] = [],
  finest: readonly string[] = [],
): Gs1Key {
  return { ai, word, value, qualifiers, finest }
}

const BY_NAME: ReadonlyMap<string, Gs1Key> = new Map(
  KEYS.flatMap((each) => [
    [each.ai, each],
    [each.word, each],
  ]),
)
/** Words for qualifiers, likewise up to release 1.2. */
const QUALIFIER_WORDS: ReadonlyMap<string, string> = new Map([
  ['cpv', '22'],
  ['lot', '10'],
  ['ser', '21'],
])

/** A GS1 key with at most one qualifier: what a Digital Link identifies, as finely as it does. Values are decoded. */
export interface KeyValue {
  ai: string
  value: string
  qualifier: { ai: string; value: string } | null
}

/**
 * Reads the key out of the path segments of a Digital Link URI; a stem may come before it. The rightmost segment that
 * names a key with a valid value, and is followed by its qualifiers in order and by nothing else, wins. Check digits
 * are not looked at, because the event hash does not either. Out: null when there is none.
 */
export function keyOfPath(segments: readonly string[]): KeyValue | null {
  for (let start = segments.length - 2; start >= 0; start--) {
    const found = BY_NAME.get(segments[start] ?? '')
    const keyValue = found && readKey(found, segments, start)
    if (keyValue) return keyValue
  }
  return null
}

function readKey(each: Gs1Key, segments: readonly string[], start: number): KeyValue | null {
  if ((segments.length - start) % 2 !== 0) return null
  const value = decoded(segments[start + 1])
  if (value === null || !each.value.test(value)) return null
  const qualifiers = new Map<string, string>()
  let next = 0
  for (let i = start + 2; i < segments.length; i += 2) {
    const name = QUALIFIER_WORDS.get(segments[i] ?? '') ?? segments[i]
    const at = each.qualifiers.findIndex(([ai], index) => index >= next && ai === name)
    const found = each.qualifiers[at]
    const text = decoded(segments[i + 1])
    if (!found || text === null || !found[1].test(text)) return null
    qualifiers.set(found[0], text)
    next = at + 1
  }
  const finest = each.finest.find((ai) => qualifiers.has(ai))
  return {
    ai: each.ai,
    value: each.ai === '01' ? value.padStart(14, '0') : value,
    qualifier: finest === undefined ? null : { ai: finest, value: qualifiers.get(finest) ?? '' },
  }
}

function decoded(segment: string | undefined): string | null {
  if (segment === undefined || !segment.includes('%')) return segment ?? null
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Whether a text is 1 to `to` characters of GS1 AI encodable set 82. */
export function isSet82(text: string, to: number): boolean {
  return text.length <= to && ONLY_82.test(text)
}
const ONLY_82 = new RegExp(`^${SET_82}+$`)

/** Whether a text is one or more characters of GS1 AI encodable set 39. */
export function isSet39(text: string): boolean {
  return ONLY_39.test(text)
}
const ONLY_39 = new RegExp(`^${SET_39}+$`)

/** The check digit of a key's other digits: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function checkDigit(body: string): string {
  let sum = 0
  for (let i = 0; i < body.length; i++) sum += Number(body.charAt(body.length - 1 - i)) * (i % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}
