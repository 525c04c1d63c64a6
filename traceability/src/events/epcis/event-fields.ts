import { BIZ_STEPS, BIZ_TRANSACTION_TYPES, DISPOSITIONS, ERROR_REASONS, SOURCE_DEST_TYPES } from './cbv.ts'
import { type Check, listOf, type Members, mapOf, objectOf, type Run } from './check.ts'
import { context } from './context-check.ts'
import type { EventType } from './epcis-event.ts'
import { closed, extensionsOf } from './extension-checks.ts'
import {
  decimal,
  epc,
  epcClass,
  eventId,
  moment,
  oneOf,
  pastMoment,
  timeZoneOffset,
  uom,
  uri,
  word,
} from './leaf-checks.ts'
import { sensorElement } from './sensor-fields.ts'

const quantityElement = objectOf(
  'a quantity element',
  mapOf({ epcClass, quantity: decimal, uom }),
  ['epcClass'],
  closed('a quantity element'),
  quantityRules,
)

/** EPCIS 2.0, 7.3.3.3: an amount is more than nothing; without a unit it counts objects. */
function quantityRules({ quantity, uom: unit }: Members, pointer: string, run: Run): void {
  if (quantity === undefined) {
    if (unit !== undefined) run.log.addAt(pointer, 'uom', 'uom needs a quantity; without one the amount is not known.')
  } else if (typeof quantity !== 'number' || !Number.isFinite(quantity)) {
    return
  } else if (quantity <= 0) {
    run.log.addAt(
      pointer,
      'quantity',
      `quantity must be more than 0, not ${quantity}; leave it out if it is not known.`,
    )
  } else if (unit === undefined && !Number.isInteger(quantity)) {
    const message = `quantity ${quantity} without uom counts objects and must be whole; give its unit in uom.`
    run.log.addAt(pointer, 'quantity', message)
  }
}

const location = objectOf('a location', mapOf({ id: uri }), ['id'], extensionsOf('a location'))

const bizTransaction = objectOf(
  'a business transaction',
  mapOf({ type: word(BIZ_TRANSACTION_TYPES), bizTransaction: uri }),
  ['bizTransaction'],
  closed('a business transaction'),
)

function sourceOrDest(name: 'source' | 'destination'): Check {
  const what = `a ${name}`
  return objectOf(what, mapOf({ type: word(SOURCE_DEST_TYPES), [name]: uri }), ['type', name], closed(what))
}

const persistentDisposition = objectOf(
  'a persistent disposition',
  mapOf({
    set: listOf(word(DISPOSITIONS), { atLeast: 1, unique: true }),
    unset: listOf(word(DISPOSITIONS), { atLeast: 1, unique: true }),
  }),
  [],
  closed('a persistent disposition'),
  (value, pointer, run) => {
    if (value.set === undefined && value.unset === undefined) {
      run.log.add(pointer, 'persistentDisposition must set or unset a disposition.')
    }
  },
)

const errorDeclaration = objectOf(
  'an error declaration',
  mapOf({ declarationTime: pastMoment, reason: word(ERROR_REASONS), correctiveEventIDs: listOf(eventId) }),
  ['declarationTime'],
  extensionsOf('an error declaration'),
)

const ilmd = objectOf('instance or lot master data', new Map(), [], extensionsOf('ilmd'))

const certificationInfo: Check = (value, parent, key, run) => {
  const check = Array.isArray(value) ? listOf(uri, { unique: true }) : uri
  check(value, parent, key, run)
}

const epcs = listOf(epc, { unique: true })
const quantities = listOf(quantityElement)
const action = oneOf('OBSERVE', 'ADD', 'DELETE')

/** Members of every event, EPCIS 2.0, 7.4.1, and those that all five types share. */
const COMMON: { readonly [name: string]: Check } = {
  '@context': context,
  type: () => {},
  eventID: eventId,
  eventTime: pastMoment,
  eventTimeZoneOffset: timeZoneOffset,
  recordTime: moment,
  errorDeclaration,
  certificationInfo,
  bizStep: word(BIZ_STEPS),
  disposition: word(DISPOSITIONS),
  readPoint: location,
  bizLocation: location,
  bizTransactionList: listOf(bizTransaction),
  sourceList: listOf(sourceOrDest('source')),
  destinationList: listOf(sourceOrDest('destination')),
  sensorElementList: listOf(sensorElement),
}

const CHILDREN = { action, parentID: epc, childEPCs: epcs, childQuantityList: quantities }

/** Every member of each event type, EPCIS 2.0, 7.4.2 to 7.4.6. */
export const EVENT_MEMBERS: ReadonlyMap<EventType, ReadonlyMap<string, Check>> = new Map([
  ['ObjectEvent', mapOf({ ...COMMON, action, epcList: epcs, quantityList: quantities, persistentDisposition, ilmd })],
  ['AggregationEvent', mapOf({ ...COMMON, ...CHILDREN })],
  ['TransactionEvent', mapOf({ ...COMMON, action, parentID: epc, epcList: epcs, quantityList: quantities })],
  [
    'TransformationEvent',
    mapOf({
      ...COMMON,
      inputEPCList: epcs,
      inputQuantityList: quantities,
      outputEPCList: epcs,
      outputQuantityList: quantities,
      transformationID: uri,
      persistentDisposition,
      ilmd,
    }),
  ],
  ['AssociationEvent', mapOf({ ...COMMON, ...CHILDREN })],
])

const KNOWN_MEMBERS: ReadonlySet<string> = new Set([...EVENT_MEMBERS.values()].flatMap((each) => [...each.keys()]))

/** The check of members an event type does not have: extensions, and mistakes. */
export function otherMember(type: EventType): Check {
  const what = `${type.startsWith('T') ? 'a' : 'an'} ${type}`
  const others = extensionsOf(what)
  return (value, parent, name, run) => {
    if (typeof name === 'string' && KNOWN_MEMBERS.has(name)) {
      run.log.addAt(parent, name, `${name} does not belong into ${what}.`)
    } else {
      others(value, parent, name, run)
    }
  }
}
