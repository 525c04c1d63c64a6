import {
  type Check,
  checkMembers,
  isObject,
  listOf,
  type Members,
  mapOf,
  mustBe,
  objectOf,
  requireMembers,
} from './check.ts'
import { context, requireStandardContext } from './context-check.ts'
import { EVENT_TYPES } from './epcis-event.ts'
import {
  type CheckedEvent,
  type CheckRules,
  checkEvent,
  checkEventIn,
  DEFAULT_MAX_FAULTS,
  newRun,
} from './event-schema.ts'
import { extensionsOf } from './extension-checks.ts'
import { type Fault, pointerTo, shown } from './fault.ts'
import { namespacesOf, STANDARD_NAMESPACES } from './json-ld-context.ts'
import { filledText, moment, text, uri } from './leaf-checks.ts'

/** What a capture request or a query answer holds. */
export interface CheckedDocument {
  /** Faults of what is around the events. With any, none of the events may be taken. */
  faults: Fault[]
  /** Every event in the order of the document, each with its own faults. */
  events: CheckedEvent[]
  /** `epcisHeader`, with the master data it may carry; undefined when there is none. */
  header: unknown
}

/** Faults of all events together; beyond them each bad event still names its first one. */
const MAX_FAULTS = 1_000

/**
 * Checks an EPCISDocument or EPCISQueryDocument (EPCIS 2.0, 9.5), or a single event, event by event. Takes any value
 * and never throws. A document of good events has no fault anywhere.
 */
export function checkDocument(value: unknown, rules: CheckRules): CheckedDocument {
  const shape = isObject(value) && typeof value.type === 'string' ? SHAPES.get(value.type) : undefined
  if (isObject(value) && shape) return checkWhole(value, shape, rules)
  if (isObject(value) && EVENT_TYPES.some((type) => type === value.type)) {
    return { faults: [], events: [checkEvent(value, rules)], header: undefined }
  }
  const run = newRun(STANDARD_NAMESPACES, rules)
  if (isObject(value)) mustBe(run, '', 'type', '"EPCISDocument" or "EPCISQueryDocument"', value.type)
  else run.log.add('', `An EPCIS document must be an object, not ${shown(value)}.`)
  return { faults: run.log.faults, events: [], header: undefined }
}

/** Where a document keeps its events, whatever its kind; null when there is no such list. For limits before checks. */
export function eventListOf(value: unknown): { pointer: string; list: readonly unknown[] } | null {
  if (!isObject(value) || !isObject(value.epcisBody)) return null
  const { eventList, queryResults } = value.epcisBody
  if (Array.isArray(eventList)) return { pointer: '/epcisBody/eventList', list: eventList }
  const results = isObject(queryResults) ? queryResults.resultsBody : undefined
  if (!isObject(results) || !Array.isArray(results.eventList)) return null
  return { pointer: '/epcisBody/queryResults/resultsBody/eventList', list: results.eventList }
}

interface Shape {
  members: ReadonlyMap<string, Check>
  required: readonly string[]
  others: Check
}

const anything: Check = () => {}

const attribute = objectOf(
  'an attribute',
  mapOf({
    id: uri,
    attribute: (value, parent, key, run) => {
      const fits = typeof value === 'string' || typeof value === 'number' || isObject(value)
      if (!fits) mustBe(run, parent, key, 'a text, a number or an object', value)
    },
  }),
  ['id'],
  anything,
)

const vocabularyElement = objectOf(
  'an element of a vocabulary',
  mapOf({ id: uri, attributes: listOf(attribute), children: listOf(uri) }),
  ['id'],
  anything,
)

const vocabularyList = listOf(
  objectOf('a vocabulary', mapOf({ type: uri, vocabularyElementList: listOf(vocabularyElement) }), ['type'], anything),
)

const epcisHeader = objectOf(
  'a header',
  mapOf({ epcisMasterData: objectOf('master data', mapOf({ vocabularyList }), [], anything) }),
  [],
  extensionsOf('epcisHeader'),
)

const eventList = listOf(anything)

const resultsBody = objectOf(
  'the results',
  mapOf({ eventList, vocabularyList }),
  ['eventList'],
  extensionsOf('resultsBody'),
)

const queryResults = objectOf(
  'the answer to a query',
  mapOf({ queryName: filledText, subscriptionID: text, resultsBody }),
  ['queryName', 'resultsBody'],
  extensionsOf('queryResults'),
)

const version: Check = (value, parent, key, run) => {
  if (typeof value !== 'string' || !/^2\.\d+(?:\.\d+)*$/.test(value)) mustBe(run, parent, key, '"2.0"', value)
}

const COMMON = { '@context': context, id: uri, type: anything, schemaVersion: version, creationDate: moment }

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  [
    'EPCISDocument',
    {
      members: mapOf({
        ...COMMON,
        instanceIdentifier: text,
        sender: text,
        receiver: text,
        epcisHeader,
        epcisBody: objectOf('the body', mapOf({ eventList }), ['eventList'], extensionsOf('epcisBody')),
      }),
      required: ['schemaVersion', 'creationDate', 'epcisBody'],
      others: extensionsOf('an EPCISDocument'),
    },
  ],
  [
    'EPCISQueryDocument',
    {
      members: mapOf({
        ...COMMON,
        epcisBody: objectOf('the body', mapOf({ queryResults }), ['queryResults'], extensionsOf('epcisBody')),
      }),
      required: ['epcisBody'],
      others: extensionsOf('an EPCISQueryDocument'),
    },
  ],
])

function checkWhole(value: Members, shape: Shape, rules: CheckRules): CheckedDocument {
  const namespaces = namespacesOf(value['@context'])
  const run = newRun(namespaces, rules)
  requireStandardContext(value, '', run)
  checkMembers(value, '', run, shape.members, shape.others)
  requireMembers(value, '', run, shape.required)
  const events: CheckedEvent[] = []
  const found = eventListOf(value)
  if (found) {
    let left = MAX_FAULTS
    for (let i = 0; i < found.list.length; i++) {
      const most = Math.max(1, Math.min(left, rules.maxFaultsPerEvent ?? DEFAULT_MAX_FAULTS))
      const each = { ...rules, maxFaultsPerEvent: most }
      const checked = checkEventIn(found.list[i], pointerTo(found.pointer, i), namespaces, each)
      left -= checked.faults.length
      events.push(checked)
    }
  }
  return { faults: run.log.faults, events, header: value.epcisHeader }
}
