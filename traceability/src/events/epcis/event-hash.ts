import { createHash } from 'node:crypto'
import {
  BIZ_STEPS,
  BIZ_TRANSACTION_TYPES,
  COMPONENTS,
  DISPOSITIONS,
  expandWord,
  MEASUREMENT_TYPES,
  SENSOR_ALERT_TYPES,
  SOURCE_DEST_TYPES,
  type Vocabulary,
} from './cbv.ts'
import type { EpcisEvent } from './epcis-event.ts'
import { canonicalNumber, canonicalText, sortByCodePoint } from './hash-value.ts'
import { expandName, type Namespaces, namespacesOf, STANDARD_NAMESPACES } from './json-ld-context.ts'
import { momentOf } from './timestamp.ts'

export interface HashOptions {
  /** Members of the event, by the name they have in it, that somebody added on the way and that are left out. */
  ignore?: ReadonlySet<string>
}

/**
 * The event hash ID of CBV 2.0 (section 8.9): `ni:///sha-256;<hex>?ver=CBV2.0`. In: an event that `checkEvent` or
 * `checkDocument` passed, and the prefixes of its document; those of its own `@context` are added. The same event has
 * the same ID whatever the order of its members and lists, its prefixes, its time zone or the form of its GS1
 * identifiers. It is a fingerprint, not a signature: anybody can compute it.
 */
export function eventHashId(
  event: EpcisEvent,
  namespaces: Namespaces = STANDARD_NAMESPACES,
  options: HashOptions = {},
): string {
  const digest = createHash('sha256')
    .update(preHash(event, namespaces, options), 'utf8')
    .digest('hex')
  return `ni:///sha-256;${digest}?ver=CBV2.0`
}

/**
 * The text the event hash is taken of. Where the reference implementation (epcis-event-hash-generator 1.9.3) and the
 * table of the standard differ, its 43 published hashes decide: `certificationInfo` comes third, `parentID` before
 * `epcList`, sensor data before business transactions, sources and destinations, and a type before its value.
 */
export function preHash(
  event: EpcisEvent,
  namespaces: Namespaces = STANDARD_NAMESPACES,
  options: HashOptions = {},
): string {
  const inForce = event['@context'] === undefined ? namespaces : namespacesOf(event['@context'], namespaces)
  return new PreHash(inForce).event({ ...event }, options.ignore)
}

type Members = { readonly [name: string]: unknown }

const TIME_FIELDS = new Set(['eventTime', 'time', 'startTime', 'endTime'])
/** Comments are for readers: the reference implementation leaves them out wherever they stand. */
const COMMENTS = new Set(['rdfs:comment', 'comment'])

const WORDS: ReadonlyMap<string, Vocabulary> = new Map([
  ['bizStep', BIZ_STEPS],
  ['disposition', DISPOSITIONS],
])
const SENSOR_WORDS: ReadonlyMap<string, Vocabulary> = new Map([
  ['type', MEASUREMENT_TYPES],
  ['exception', SENSOR_ALERT_TYPES],
  ['component', COMPONENTS],
])
const DISPOSITION_WORDS: ReadonlyMap<string, Vocabulary> = new Map([
  ['set', DISPOSITIONS],
  ['unset', DISPOSITIONS],
])
const NO_WORDS: ReadonlyMap<string, Vocabulary> = new Map()

const QUANTITY = ['epcClass', 'quantity', 'uom']
const SENSOR_METADATA = [
  'time',
  'startTime',
  'endTime',
  'deviceID',
  'deviceMetadata',
  'rawData',
  'dataProcessingMethod',
  'bizRules',
]
const SENSOR_REPORT = [
  'type',
  'exception',
  'deviceID',
  'deviceMetadata',
  'rawData',
  'dataProcessingMethod',
  'time',
  'microorganism',
  'chemicalSubstance',
  'value',
  'component',
  'stringValue',
  'booleanValue',
  'hexBinaryValue',
  'uriValue',
  'minValue',
  'maxValue',
  'meanValue',
  'sDev',
  'percRank',
  'percValue',
  'uom',
  'coordinateReferenceSystem',
]

class PreHash {
  readonly #namespaces: Namespaces

  constructor(namespaces: Namespaces) {
    this.#namespaces = namespaces
  }

  event(event: Members, ignore: ReadonlySet<string> | undefined): string {
    return (
      `eventType=${event.type}` +
      this.#fields(event, ['eventTime', 'eventTimeZoneOffset', 'certificationInfo', 'parentID']) +
      this.#epcs('epcList', event.epcList) +
      this.#epcs('inputEPCList', event.inputEPCList) +
      this.#epcs('childEPCs', event.childEPCs) +
      this.#quantities('quantityList', event.quantityList) +
      this.#quantities('childQuantityList', event.childQuantityList) +
      this.#quantities('inputQuantityList', event.inputQuantityList) +
      this.#epcs('outputEPCList', event.outputEPCList) +
      this.#quantities('outputQuantityList', event.outputQuantityList) +
      this.#fields(event, ['action', 'transformationID', 'bizStep', 'disposition'], WORDS) +
      this.#group('persistentDisposition', event.persistentDisposition, ['set', 'unset'], DISPOSITION_WORDS) +
      this.#group('readPoint', event.readPoint, ['id']) +
      this.#group('bizLocation', event.bizLocation, ['id']) +
      this.#sensors(event.sensorElementList) +
      this.#rest(event, ignore)
    )
  }

  /** What has no place of its own: lists of typed values, master data and extensions, sorted together. */
  #rest(event: Members, ignore: ReadonlySet<string> | undefined): string {
    const rest: string[] = []
    const add = (text: string) => text !== '' && rest.push(text)
    add(this.#typed('bizTransactionList', event.bizTransactionList, 'bizTransaction', BIZ_TRANSACTION_TYPES))
    add(this.#typed('destinationList', event.destinationList, 'destination', SOURCE_DEST_TYPES))
    add(this.#typed('sourceList', event.sourceList, 'source', SOURCE_DEST_TYPES))
    add(this.#sensorBizRules(event.sensorElementList))
    if (isMembers(event.ilmd)) rest.push(`ilmd${this.#content(event.ilmd)}`)
    for (const name in event) {
      if (name.includes(':') && !ignore?.has(name)) this.#extension(name, event[name], rest)
    }
    return sortByCodePoint(rest).join('')
  }

  #fields(members: Members, order: readonly string[], words = NO_WORDS): string {
    let text = ''
    for (const name of order) {
      const value = members[name]
      if (value === undefined) continue
      text += Array.isArray(value)
        ? sortByCodePoint(value.map((each) => this.#field(name, each, words))).join('')
        : this.#field(name, value, words)
    }
    return text
  }

  #field(name: string, value: unknown, words: ReadonlyMap<string, Vocabulary>): string {
    const vocabulary = words.get(name)
    const text = TIME_FIELDS.has(name)
      ? moment(value)
      : this.#scalar(vocabulary && typeof value === 'string' ? expandWord(vocabulary, value) : value)
    return text === '' ? '' : `${name}=${text}`
  }

  #epcs(name: string, value: unknown): string {
    const epcs = elements(value).map((epc) => this.#field('epc', epc, NO_WORDS))
    return named(name, sortByCodePoint(epcs).join(''))
  }

  #quantities(name: string, value: unknown): string {
    const quantities = elements(value).map((each) => this.#group('quantityElement', each, QUANTITY))
    return named(name, sortByCodePoint(quantities).join(''))
  }

  /** An object whose fields have an order, its extensions behind them (rule 21). */
  #group(name: string, value: unknown, order: readonly string[], words = NO_WORDS): string {
    if (!isMembers(value)) return ''
    return named(name, this.#fields(value, order, words) + this.#extensions(value))
  }

  #sensors(value: unknown): string {
    const sensors = elements(value).map((element) => {
      if (!isMembers(element)) return ''
      const reports = elements(element.sensorReport).map((report) => {
        return this.#group('sensorReport', report, SENSOR_REPORT, SENSOR_WORDS)
      })
      const metadata = this.#group('sensorMetadata', element.sensorMetadata, SENSOR_METADATA)
      return named('sensorElement', metadata + sortByCodePoint(reports).join('') + this.#extensions(element))
    })
    return named('sensorElementList', sortByCodePoint(sensors).join(''))
  }

  /**
   * The one field of a sensor report that the order of the standard forgets. The reference implementation puts what
   * its order does not name behind everything else, with the names of what it stands in.
   */
  #sensorBizRules(value: unknown): string {
    const sensors = elements(value).map((element) => {
      const reports = elements(isMembers(element) ? element.sensorReport : undefined).map((report) => {
        return this.#group('sensorReport', isMembers(report) ? { bizRules: report.bizRules } : report, ['bizRules'])
      })
      return named('sensorElement', sortByCodePoint(reports).join(''))
    })
    return named('sensorElementList', sortByCodePoint(sensors).join(''))
  }

  #typed(listName: string, value: unknown, name: string, types: Vocabulary): string {
    const pairs = elements(value).map((pair) => {
      if (!isMembers(pair)) return ''
      const type = typeof pair.type === 'string' ? this.#field('type', expandWord(types, pair.type), NO_WORDS) : ''
      return type + this.#field(name, pair[name], NO_WORDS)
    })
    return named(listName, sortByCodePoint(pairs).join(''))
  }

  #extensions(members: Members): string {
    const extensions: string[] = []
    for (const name in members) if (name.includes(':')) this.#extension(name, members[name], extensions)
    return sortByCodePoint(extensions).join('')
  }

  /** The members of an extension or of master data, sorted (rules 19 and 20). */
  #content(members: Members): string {
    const parts: string[] = []
    for (const name of Object.keys(members)) this.#extension(name, members[name], parts)
    return sortByCodePoint(parts).join('')
  }

  /**
   * Adds an extension: once for each element of a list, with its content behind its name. A list whose name ends in
   * "List" has its name once, and its elements carry the name without that ending, as in XML.
   */
  #extension(name: string, value: unknown, parts: string[]): void {
    if (COMMENTS.has(name) || value === null || value === undefined) return
    const key = expandName(name, this.#namespaces)
    if (name.endsWith('List')) {
      const inner: string[] = []
      this.#extension(name.slice(0, -4), value, inner)
      parts.push(key + sortByCodePoint(inner).join(''))
    } else if (Array.isArray(value)) {
      for (const element of value) parts.push(key + this.#element(element))
    } else {
      parts.push(key + this.#element(value))
    }
  }

  #element(value: unknown): string {
    if (Array.isArray(value)) return sortByCodePoint(value.map((each) => this.#element(each))).join('')
    if (isMembers(value)) return this.#content(value)
    const text = this.#scalar(value)
    return text === '' ? '' : `=${text}`
  }

  #scalar(value: unknown): string {
    if (typeof value === 'string') return canonicalText(value, this.#namespaces)
    if (typeof value === 'number') return canonicalNumber(value)
    return typeof value === 'boolean' ? String(value) : ''
  }
}

function named(name: string, content: string): string {
  return content === '' ? '' : name + content
}

function moment(value: unknown): string {
  if (typeof value !== 'string') return ''
  const at = momentOf(value.trim())
  return at === null ? value : new Date(at).toISOString()
}

function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
