import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject } from './check.ts'
import { eventListOf } from './document-schema.ts'
import { EVENT_TYPES, type EventType } from './epcis-event.ts'
import { EVENT_MEMBERS } from './event-fields.ts'
import { type CheckedEvent, checkEvent } from './event-schema.ts'

const now = Date.parse('2026-11-01T00:00:00Z')
const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
const SGTIN = 'urn:epc:id:sgtin:9521321.012345.1'
const LGTIN = 'urn:epc:class:lgtin:9521321.012345.L1'
const SSCC = 'urn:epc:id:sscc:9521321.3000000001'

const COMMON = {
  '@context': [GS1_CONTEXT, { sao: 'https://saolang.vn/voc/' }],
  eventTime: '2026-10-15T06:30:00+07:00',
  eventTimeZoneOffset: '+07:00',
}
const PO = [{ type: 'po', bizTransaction: 'urn:epcglobal:cbv:bt:9521321000018:PO-7' }]

/** The least that makes an event of each type. */
const LEAST: { readonly [type in EventType]: { readonly [name: string]: unknown } } = {
  ObjectEvent: { ...COMMON, type: 'ObjectEvent', action: 'OBSERVE', epcList: [SGTIN] },
  AggregationEvent: { ...COMMON, type: 'AggregationEvent', action: 'ADD', parentID: SSCC, childEPCs: [SGTIN] },
  TransactionEvent: {
    ...COMMON,
    type: 'TransactionEvent',
    action: 'ADD',
    bizTransactionList: PO,
    epcList: [SGTIN],
  },
  TransformationEvent: { ...COMMON, type: 'TransformationEvent', inputEPCList: [SGTIN], outputEPCList: [SSCC] },
  AssociationEvent: { ...COMMON, type: 'AssociationEvent', action: 'ADD', parentID: SSCC, childEPCs: [SGTIN] },
}

type Patch = { readonly [name: string]: unknown }

/** The least event with some members set, or taken away where the patch says undefined. */
function patched(type: EventType, patch: Patch): unknown {
  return Object.fromEntries(Object.entries({ ...LEAST[type], ...patch }).filter(([, value]) => value !== undefined))
}

function faultsOf(value: unknown, rules = {}) {
  return checkEvent(value, { now, ...rules }).faults
}

describe('an event with the least it needs', () => {
  it.each(EVENT_TYPES)('is taken: %s', (type) => {
    const checked = checkEvent(LEAST[type], { now })
    expect(checked.faults).toEqual([])
    expect(checked.event).toBe(LEAST[type])
  })
})

describe('an event with every field', () => {
  const names = EVENT_TYPES.map((type) => [type, type.replace('Event', '-event').toLowerCase()] as const)

  it.each(names)('is taken: %s', (type, name) => {
    const text = readFileSync(new URL(`../../testing/epcis/${name}.jsonld`, import.meta.url), 'utf8')
    const document: unknown = JSON.parse(text)
    const event = eventListOf(document)?.list[0]
    if (!isObject(document) || !isObject(event)) throw new Error('the document has no event')
    expect(faultsOf({ '@context': document['@context'], ...event })).toEqual([])
    expect([...(EVENT_MEMBERS.get(type)?.keys() ?? [])].filter((member) => !(member in event))).toEqual(['@context'])
  })
})

describe('an event that means something', () => {
  const cases: readonly (readonly [rule: string, type: EventType, patch: Patch])[] = [
    [
      'sensor data of a place, without objects',
      'ObjectEvent',
      {
        epcList: [],
        readPoint: { id: 'urn:x:1' },
        sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 4, uom: 'CEL' }] }],
      },
    ],
    ['quantities alone', 'ObjectEvent', { epcList: undefined, quantityList: [{ epcClass: LGTIN }] }],
    ['an aggregation of an unknown parent, observed', 'AggregationEvent', { action: 'OBSERVE', parentID: undefined }],
    ['all children taken out', 'AggregationEvent', { action: 'DELETE', childEPCs: undefined }],
    ['a parent that is a place', 'AssociationEvent', { parentID: 'urn:epc:id:sgln:9521321.00001.0' }],
    ['a transaction ended', 'TransactionEvent', { action: 'DELETE', epcList: undefined }],
    [
      'inputs only, with a transformation to join',
      'TransformationEvent',
      { outputEPCList: undefined, transformationID: 'urn:x:1' },
    ],
    ['an event one minute ahead of our clock', 'ObjectEvent', { eventTime: '2026-11-01T00:01:00Z' }],
    ['an event hash as its ID', 'ObjectEvent', { eventID: `ni:///sha-256;${'a'.repeat(64)}?ver=CBV2.0` }],
    [
      'prefixes of the standard itself',
      'ObjectEvent',
      { '@context': GS1_CONTEXT, action: 'ADD', ilmd: { 'cbvmda:lotNumber': 'L1' } },
    ],
    ['full URIs as names', 'ObjectEvent', { 'https://saolang.vn/voc/x': 1, 'urn:x:y': { plain: [null, true] } }],
    [
      'a prefix of the event itself',
      'ObjectEvent',
      { '@context': [GS1_CONTEXT, { a: { '@id': 'https://a.example/' } }], 'a:b': 1 },
    ],
    ['a private identifier', 'ObjectEvent', { epcList: ['https://saolang.vn/q/0ABCDEFGH1234567'] }],
  ]

  it.each(cases)('is taken: %s', (_rule, type, patch) => {
    expect(faultsOf(patched(type, patch))).toEqual([])
  })
})

const report = (fields: Patch) => ({ sensorElementList: [{ sensorReport: [{ type: 'Temperature', ...fields }] }] })
const metadata = (fields: Patch) => ({
  sensorElementList: [{ sensorMetadata: fields, sensorReport: [{ type: 'Temperature' }] }],
})
const REPORT = '/sensorElementList/0/sensorReport/0'
const METADATA = '/sensorElementList/0/sensorMetadata'
const amount = (fields: Patch) => ({ quantityList: [{ epcClass: LGTIN, ...fields }] })

/** Each event breaks one rule; the pointers are all that may be named. */
const INVALID: readonly (readonly [rule: string, type: EventType, patch: Patch, pointers: readonly string[]])[] = [
  ['type is needed', 'ObjectEvent', { type: undefined }, ['/type']],
  ['type is one of five', 'ObjectEvent', { type: 'QuantityEvent' }, ['/type']],
  ['type has one spelling', 'ObjectEvent', { type: 'objectEvent' }, ['/type']],
  ['@context is needed', 'ObjectEvent', { '@context': undefined }, ['/@context']],
  ['@context names the standard', 'ObjectEvent', { '@context': { sao: 'https://saolang.vn/voc/' } }, ['/@context']],
  ['@context holds URIs', 'ObjectEvent', { '@context': [GS1_CONTEXT, 'voc'] }, ['/@context/1']],
  ['@context holds objects', 'ObjectEvent', { '@context': [GS1_CONTEXT, 7] }, ['/@context/1']],
  ['a prefix stands for a URI', 'ObjectEvent', { '@context': [GS1_CONTEXT, { x: 'voc' }] }, ['/@context/1/x']],
  ['a prefix is no scheme', 'ObjectEvent', { '@context': [GS1_CONTEXT, { https: 'urn:x:' }] }, ['/@context/1/https']],
  [
    'a term of the standard keeps its meaning',
    'ObjectEvent',
    { '@context': [GS1_CONTEXT, { epcList: 'urn:x:' }] },
    ['/@context/1/epcList'],
  ],

  [
    'a context declares few prefixes',
    'ObjectEvent',
    { '@context': [GS1_CONTEXT, Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`p${i}`, 'urn:x:']))] },
    ['/@context/1'],
  ],

  ['eventTime is needed', 'ObjectEvent', { eventTime: undefined }, ['/eventTime']],
  ['eventTime has a zone', 'ObjectEvent', { eventTime: '2026-10-15T06:30:00' }, ['/eventTime']],
  ['eventTime exists', 'ObjectEvent', { eventTime: '2026-02-30T06:30:00Z' }, ['/eventTime']],
  ['eventTime is a text', 'ObjectEvent', { eventTime: 1760000000 }, ['/eventTime']],
  ['eventTime has come', 'ObjectEvent', { eventTime: '2026-11-01T00:05:00.001Z' }, ['/eventTime']],
  ['eventTimeZoneOffset is needed', 'ObjectEvent', { eventTimeZoneOffset: undefined }, ['/eventTimeZoneOffset']],
  ['eventTimeZoneOffset has a colon', 'ObjectEvent', { eventTimeZoneOffset: '+0700' }, ['/eventTimeZoneOffset']],
  ['eventTimeZoneOffset is not Z', 'ObjectEvent', { eventTimeZoneOffset: 'Z' }, ['/eventTimeZoneOffset']],
  ['eventTimeZoneOffset has its sign', 'ObjectEvent', { eventTimeZoneOffset: '07:00' }, ['/eventTimeZoneOffset']],
  ['eventTimeZoneOffset ends at 14:00', 'ObjectEvent', { eventTimeZoneOffset: '+14:30' }, ['/eventTimeZoneOffset']],
  ['recordTime is a moment', 'ObjectEvent', { recordTime: 'now' }, ['/recordTime']],

  ['eventID is a URI', 'ObjectEvent', { eventID: 'event 1' }, ['/eventID']],
  ['a hash as eventID has 64 digits', 'ObjectEvent', { eventID: 'ni:///sha-256;abc?ver=CBV2.0' }, ['/eventID']],
  ['a hash as eventID has its version', 'ObjectEvent', { eventID: `ni:///sha-256;${'a'.repeat(64)}` }, ['/eventID']],
  [
    'a hash as eventID names a known hash',
    'ObjectEvent',
    { eventID: `ni:///md5;${'a'.repeat(32)}?ver=CBV2.0` },
    ['/eventID'],
  ],

  ['action is needed', 'ObjectEvent', { action: undefined }, ['/action']],
  ['action is in capitals', 'ObjectEvent', { action: 'add' }, ['/action']],
  ['a transformation has no action', 'TransformationEvent', { action: 'ADD' }, ['/action']],

  ['an object event is about something', 'ObjectEvent', { epcList: undefined }, ['/epcList']],
  ['an object event is about more than an empty list', 'ObjectEvent', { epcList: [] }, ['/epcList']],
  ['sensor data without objects belongs to a place', 'ObjectEvent', { epcList: [], ...report({}) }, ['/readPoint']],
  ['epcList is a list', 'ObjectEvent', { epcList: SGTIN }, ['/epcList']],
  ['an EPC is a URI', 'ObjectEvent', { epcList: [SGTIN, 'gói 1'] }, ['/epcList/1']],
  ['an EPC is a text', 'ObjectEvent', { epcList: [null] }, ['/epcList/0']],
  ['an EPC stands in a list once', 'ObjectEvent', { epcList: [SGTIN, SSCC, SGTIN] }, ['/epcList/2']],
  ['an EPC of a lot is no instance', 'ObjectEvent', { epcList: [LGTIN] }, ['/epcList/0']],
  [
    'an EPC pattern is no instance',
    'ObjectEvent',
    { epcList: ['urn:epc:idpat:sgtin:9521321.012345.*'] },
    ['/epcList/0'],
  ],
  [
    'a Digital Link of a lot is no instance',
    'AggregationEvent',
    { childEPCs: ['https://x.vn/01/09521321123458/10/L1'] },
    ['/childEPCs/0'],
  ],
  ['a parent is an instance', 'AggregationEvent', { parentID: LGTIN }, ['/parentID']],

  ['ilmd comes with ADD', 'ObjectEvent', { ilmd: { 'sao:a': 1 } }, ['/ilmd']],
  ['ilmd needs prefixes', 'ObjectEvent', { action: 'ADD', ilmd: { lotNumber: 'L1' } }, ['/ilmd/lotNumber']],
  ['ilmd belongs to objects that come to be', 'AggregationEvent', { ilmd: { 'sao:a': 1 } }, ['/ilmd']],
  ['an aggregation added has a parent', 'AggregationEvent', { parentID: undefined }, ['/parentID']],
  ['an aggregation deleted has a parent', 'AggregationEvent', { action: 'DELETE', parentID: undefined }, ['/parentID']],
  ['an aggregation has children', 'AggregationEvent', { childEPCs: [] }, ['/childEPCs']],
  ['nothing is its own child', 'AggregationEvent', { childEPCs: [SSCC] }, ['/parentID']],
  ['an association has a parent', 'AssociationEvent', { action: 'OBSERVE', parentID: undefined }, ['/parentID']],
  ['an association deleted has a parent', 'AssociationEvent', { action: 'DELETE', parentID: undefined }, ['/parentID']],
  ['an association has children', 'AssociationEvent', { childEPCs: undefined }, ['/childEPCs']],
  [
    'a transaction event has a transaction',
    'TransactionEvent',
    { bizTransactionList: undefined },
    ['/bizTransactionList'],
  ],
  [
    'a transaction event has more than an empty list',
    'TransactionEvent',
    { bizTransactionList: [] },
    ['/bizTransactionList'],
  ],
  ['a transaction event is about something', 'TransactionEvent', { epcList: undefined }, ['/epcList']],
  ['a transformation has two sides', 'TransformationEvent', { outputEPCList: undefined }, ['/transformationID']],
  ['a transformation has two sides', 'TransformationEvent', { inputEPCList: [] }, ['/transformationID']],
  [
    'a transformation has a side',
    'TransformationEvent',
    { inputEPCList: undefined, outputEPCList: undefined, transformationID: 'urn:x:1' },
    ['/inputEPCList'],
  ],
  ['inputs belong to transformations', 'ObjectEvent', { inputEPCList: [SGTIN] }, ['/inputEPCList']],
  ['epcList does not belong to transformations', 'TransformationEvent', { epcList: [SGTIN] }, ['/epcList']],
  [
    'a persistent disposition does not belong to aggregations',
    'AggregationEvent',
    { persistentDisposition: { set: ['recalled'] } },
    ['/persistentDisposition'],
  ],

  ['epcClass is needed', 'ObjectEvent', { quantityList: [{ quantity: 1 }] }, ['/quantityList/0/epcClass']],
  ['epcClass is a URI', 'ObjectEvent', { quantityList: [{ epcClass: 'sen' }] }, ['/quantityList/0/epcClass']],
  ['epcClass is no instance', 'ObjectEvent', { quantityList: [{ epcClass: SGTIN }] }, ['/quantityList/0/epcClass']],
  ['a quantity is a number', 'ObjectEvent', amount({ quantity: '5', uom: 'KGM' }), ['/quantityList/0/quantity']],
  ['a quantity is finite', 'ObjectEvent', amount({ quantity: Number.POSITIVE_INFINITY }), ['/quantityList/0/quantity']],
  ['a quantity is not negative', 'ObjectEvent', amount({ quantity: -5, uom: 'KGM' }), ['/quantityList/0/quantity']],
  ['a quantity is not nothing', 'ObjectEvent', amount({ quantity: 0 }), ['/quantityList/0/quantity']],
  ['a count is whole', 'ObjectEvent', amount({ quantity: 2.5 }), ['/quantityList/0/quantity']],
  ['a unit needs a quantity', 'ObjectEvent', amount({ uom: 'KGM' }), ['/quantityList/0/uom']],
  ['a unit is a code', 'ObjectEvent', amount({ quantity: 5, uom: 'kg' }), ['/quantityList/0/uom']],
  ['a unit is no number', 'ObjectEvent', amount({ quantity: 5, uom: 5 }), ['/quantityList/0/uom']],
  ['a quantity element is closed', 'ObjectEvent', amount({ 'sao:x': 1 }), ['/quantityList/0/sao:x']],

  ['a step is a word or URI', 'ObjectEvent', { bizStep: 'drying' }, ['/bizStep']],
  ['a step has its spelling', 'ObjectEvent', { bizStep: 'Shipping' }, ['/bizStep']],
  ['a step is not a CBV URN', 'ObjectEvent', { bizStep: 'urn:epcglobal:cbv:bizstep:shipping' }, ['/bizStep']],
  ['a step is no disposition', 'ObjectEvent', { bizStep: 'in_transit' }, ['/bizStep']],
  ['a step is one', 'ObjectEvent', { bizStep: ['shipping'] }, ['/bizStep']],
  ['a disposition is a word or URI', 'ObjectEvent', { disposition: 'sold' }, ['/disposition']],
  ['a disposition is not a CBV URN', 'ObjectEvent', { disposition: 'urn:epcglobal:cbv:disp:active' }, ['/disposition']],
  ['a persistent disposition sets something', 'ObjectEvent', { persistentDisposition: {} }, ['/persistentDisposition']],
  [
    'a persistent disposition is not empty',
    'ObjectEvent',
    { persistentDisposition: { set: [] } },
    ['/persistentDisposition/set'],
  ],
  [
    'a persistent disposition holds words',
    'ObjectEvent',
    { persistentDisposition: { unset: ['Recalled'] } },
    ['/persistentDisposition/unset/0'],
  ],
  [
    'a persistent disposition holds each once',
    'ObjectEvent',
    { persistentDisposition: { set: ['recalled', 'recalled'] } },
    ['/persistentDisposition/set/1'],
  ],

  ['a place is an object', 'ObjectEvent', { readPoint: 'urn:x:1' }, ['/readPoint']],
  ['a place has an id', 'ObjectEvent', { bizLocation: { 'sao:x': 1 } }, ['/bizLocation/id']],
  ['a place has a URI', 'ObjectEvent', { readPoint: { id: 'kho 1' } }, ['/readPoint/id']],
  [
    'a place has no own bare members',
    'ObjectEvent',
    { readPoint: { id: 'urn:x:1', name: 'kho' } },
    ['/readPoint/name'],
  ],

  [
    'a business transaction names one',
    'ObjectEvent',
    { bizTransactionList: [{ type: 'po' }] },
    ['/bizTransactionList/0/bizTransaction'],
  ],
  [
    'a business transaction has a known type',
    'ObjectEvent',
    { bizTransactionList: [{ ...PO[0], type: 'order' }] },
    ['/bizTransactionList/0/type'],
  ],
  [
    'a business transaction has no URN type',
    'ObjectEvent',
    { bizTransactionList: [{ ...PO[0], type: 'urn:epcglobal:cbv:btt:po' }] },
    ['/bizTransactionList/0/type'],
  ],
  ['a source has a type', 'ObjectEvent', { sourceList: [{ source: 'urn:x:1' }] }, ['/sourceList/0/type']],
  [
    'a source is no destination',
    'ObjectEvent',
    { sourceList: [{ type: 'location', destination: 'urn:x:1' }] },
    ['/sourceList/0/destination', '/sourceList/0/source'],
  ],
  [
    'a destination has a known type',
    'ObjectEvent',
    { destinationList: [{ type: 'buyer', destination: 'urn:x:1' }] },
    ['/destinationList/0/type'],
  ],

  [
    'an error declaration has its time',
    'ObjectEvent',
    { errorDeclaration: { reason: 'incorrect_data' } },
    ['/errorDeclaration/declarationTime'],
  ],
  [
    'an error declaration has come',
    'ObjectEvent',
    { errorDeclaration: { declarationTime: '2030-01-01T00:00:00Z' } },
    ['/errorDeclaration/declarationTime'],
  ],
  [
    'an error has a known reason',
    'ObjectEvent',
    { errorDeclaration: { declarationTime: '2026-10-16T00:00:00Z', reason: 'typo' } },
    ['/errorDeclaration/reason'],
  ],
  [
    'corrective events have IDs',
    'ObjectEvent',
    { errorDeclaration: { declarationTime: '2026-10-16T00:00:00Z', correctiveEventIDs: ['1'] } },
    ['/errorDeclaration/correctiveEventIDs/0'],
  ],
  ['a certificate is a URI', 'ObjectEvent', { certificationInfo: 'VietGAP 15' }, ['/certificationInfo']],
  ['certificates are URIs', 'ObjectEvent', { certificationInfo: ['urn:x:1', 15] }, ['/certificationInfo/1']],

  ['a sensor element has reports', 'ObjectEvent', { sensorElementList: [{}] }, ['/sensorElementList/0/sensorReport']],
  [
    'a sensor element has a report',
    'ObjectEvent',
    { sensorElementList: [{ sensorReport: [] }] },
    ['/sensorElementList/0/sensorReport'],
  ],
  ['a report has a type', 'ObjectEvent', { sensorElementList: [{ sensorReport: [{ value: 1 }] }] }, [`${REPORT}/type`]],
  ['a report has a known type', 'ObjectEvent', report({ type: 'temperature' }), [`${REPORT}/type`]],
  ['a report has a bare type', 'ObjectEvent', report({ type: 'https://gs1.org/voc/Temperature' }), [`${REPORT}/type`]],
  ['a report has a known exception', 'ObjectEvent', report({ exception: 'ALARM' }), [`${REPORT}/exception`]],
  ['a report has a known component', 'ObjectEvent', report({ component: 'width' }), [`${REPORT}/component`]],
  ['a value is a number', 'ObjectEvent', report({ value: '4.5' }), [`${REPORT}/value`]],
  ['a mean is a number', 'ObjectEvent', report({ meanValue: null }), [`${REPORT}/meanValue`]],
  ['a truth value is one', 'ObjectEvent', report({ booleanValue: 'true' }), [`${REPORT}/booleanValue`]],
  ['a text value is one', 'ObjectEvent', report({ stringValue: 5 }), [`${REPORT}/stringValue`]],
  ['hexadecimal is so', 'ObjectEvent', report({ hexBinaryValue: 'F0G0' }), [`${REPORT}/hexBinaryValue`]],
  ['a URI value is one', 'ObjectEvent', report({ uriValue: 'x' }), [`${REPORT}/uriValue`]],
  ['a substance is a URI', 'ObjectEvent', report({ chemicalSubstance: 'đường' }), [`${REPORT}/chemicalSubstance`]],
  ['a unit of measure is a code', 'ObjectEvent', report({ value: 4, uom: '°C' }), [`${REPORT}/uom`]],
  ['the least is not above the most', 'ObjectEvent', report({ minValue: 5, maxValue: 4 }), [`${REPORT}/minValue`]],
  ['a deviation is not negative', 'ObjectEvent', report({ sDev: -1 }), [`${REPORT}/sDev`]],
  ['a rank is a percentage', 'ObjectEvent', report({ percRank: 101 }), [`${REPORT}/percRank`]],
  ['a report has no own bare members', 'ObjectEvent', report({ unit: 'C' }), [`${REPORT}/unit`]],
  ['a measurement has come', 'ObjectEvent', report({ time: '2030-01-01T00:00:00Z' }), [`${REPORT}/time`]],
  [
    'a measurement ends after it starts',
    'ObjectEvent',
    metadata({ startTime: '2026-10-15T02:00:00Z', endTime: '2026-10-15T08:00:00+07:00' }),
    [`${METADATA}/endTime`],
  ],
  ['a device is a URI', 'ObjectEvent', metadata({ deviceID: 'máy 7' }), [`${METADATA}/deviceID`]],

  ['a member of one’s own has a prefix', 'ObjectEvent', { note: 'x' }, ['/note']],
  ['a prefix is declared', 'ObjectEvent', { 'nong:note': 'x' }, ['/nong:note']],
  [
    'a prefix inside an extension is declared',
    'ObjectEvent',
    { 'sao:a': { b: [{ 'nong:c': 1 }] } },
    ['/sao:a/b/0/nong:c'],
  ],
  ['a prefix has a name behind it', 'ObjectEvent', { 'sao:': 'x' }, ['/sao:']],
  ['a name that is a URI is one', 'ObjectEvent', { 'https://x.vn/a b': 1 }, ['/https:~1~1x.vn~1a b']],
  ['a JSON-LD keyword is no member', 'ObjectEvent', { '@id': 'urn:x:1' }, ['/@id']],
  ['a context does not hide in an extension', 'ObjectEvent', { 'sao:a': { '@context': {} } }, ['/sao:a/@context']],
  ['a URI is not endless', 'ObjectEvent', { epcList: [`urn:x:${'a'.repeat(2048)}`] }, ['/epcList/0']],
  ['a URI is percent-encoded', 'ObjectEvent', { epcList: ['https://x.vn/vùng'] }, ['/epcList/0']],
  ['a URI is percent-encoded right', 'ObjectEvent', { epcList: ['https://x.vn/%zz'] }, ['/epcList/0']],
]

describe('an event that breaks a rule', () => {
  it('is tried for more than a hundred rules', () => {
    expect(INVALID.length).toBeGreaterThan(100)
  })

  it.each(INVALID)('is refused: %s (%s)', (_rule, type, patch, pointers) => {
    const checked = checkEvent(patched(type, patch), { now })
    expect(checked.faults.map((fault) => fault.pointer)).toEqual(pointers)
    expect(checked.event).toBeNull()
    for (const { message } of checked.faults) expect(message).toMatch(/^["@A-Za-z].{10,}\.$/)
  })

  it('names all faults at once', () => {
    const bad = patched('ObjectEvent', {
      eventTime: 'x',
      action: 'x',
      epcList: ['x', SGTIN, SGTIN],
      bizStep: 'x',
      x: 1,
    })
    expect(faultsOf(bad).map((fault) => fault.pointer)).toEqual([
      '/eventTime',
      '/action',
      '/epcList/0',
      '/epcList/2',
      '/bizStep',
      '/x',
    ])
  })

  it('names no more faults than asked for', () => {
    const bad = patched('ObjectEvent', { epcList: Array.from({ length: 5_000 }, () => 'x') })
    expect(faultsOf(bad)).toHaveLength(20)
    expect(faultsOf(bad, { maxFaultsPerEvent: 3 })).toHaveLength(3)
  })
})

describe('the clock', () => {
  const ahead = { eventTime: '2026-11-01T01:00:00Z' }

  it('is given, and so is how far it may be wrong', () => {
    const event = patched('ObjectEvent', ahead)
    expect(faultsOf(event)).toHaveLength(1)
    expect(faultsOf(event, { futureToleranceMs: 3_600_000 })).toEqual([])
    expect(faultsOf(event, { futureToleranceMs: 3_599_999 })).toHaveLength(1)
    expect(faultsOf(event, { now: Date.parse('2026-11-01T01:00:00Z'), futureToleranceMs: 0 })).toEqual([])
  })
})

describe('hostile values', () => {
  const names = fc.constantFrom(
    ...new Set([...EVENT_MEMBERS.values()].flatMap((members) => [...members.keys()])),
    '__proto__',
    'constructor',
    'toString',
    'sao:x',
    ':',
    '',
  )
  const anything = fc.anything({ maxDepth: 5, key: names, withNullPrototype: true, withBigInt: true, withDate: true })

  it('are refused without harm, whatever they are', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...EVENT_TYPES), (value, type) => {
        checkedWell(checkEvent(value, { now }))
        checkedWell(checkEvent({ ...(isObject(value) ? value : { value }), type }, { now }))
      }),
      { numRuns: 500 },
    )
  })

  it('are refused in any place of a good event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), names, anything, (type, name, value) => {
        checkedWell(checkEvent({ ...LEAST[type], [name]: value }, { now }))
      }),
      { numRuns: 1_000 },
    )
  })

  it('are refused at once, however long', () => {
    const long = 'a b-'.repeat(500_000)
    const fields = {
      bizStep: long,
      eventTime: long,
      eventID: `ni:${long}`,
      epcList: [long, `urn:epc:id:sgtin:${long}`],
    }
    const started = performance.now()
    expect(faultsOf(patched('ObjectEvent', { ...fields, [`sao:${long}`]: long, [long]: 1 })).length).toBeGreaterThan(4)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('are refused in few words, however long their names', () => {
    const long = 'x'.repeat(100_000)
    const faults = faultsOf(
      patched('ObjectEvent', { 'sao:a': { [long]: { [`nong:${long}`]: 1 } }, [`nong:${long}`]: 1 }),
    )
    expect(faults.map((fault) => fault.pointer)).toEqual(['/sao:a', ''])
    for (const { message } of faults) expect(message.length).toBeLessThanOrEqual(500)
  })

  it('are refused when they are too deep', () => {
    let deep: unknown = 1
    for (let i = 0; i < 50_000; i++) deep = i % 2 === 0 ? [deep] : { a: deep }
    const [fault, ...others] = faultsOf(patched('ObjectEvent', { 'sao:a': deep }))
    expect(fault?.message).toMatch(/more than 40 levels/)
    expect(others).toEqual([])
  })

  function checkedWell(checked: CheckedEvent) {
    expect(checked.event === null).toBe(checked.faults.length > 0)
  }
})
