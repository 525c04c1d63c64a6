// Run it alone, after a build: node bench/epcis-pipeline.mjs
import { fileURLToPath } from 'node:url'
import { checkDocument } from '../dist/events/epcis/document-schema.js'
import { eventHashId } from '../dist/events/epcis/event-hash.js'
import { EPCIS_JSON_LIMITS, readJson } from '../dist/events/epcis/read-json.js'

const EVENTS_PER_DOCUMENT = 500
const READ_BAR_MB = 30
const PIPELINE_BAR_EVENTS = 6_000
const RULES = { now: Date.parse('2026-11-01T00:00:00Z') }

/**
 * What a capture costs before anything is stored: strict reading of the bytes, checking every event, hashing it. All
 * figures are for one core, in processor time, so that they do not depend on what else the machine does.
 * In: seconds of processor time a stage. Out: rows `{ name, ours, peer, ratio, bar, unit, details? }`.
 */
export function benchEpcisPipeline({ seconds = 2 } = {}) {
  const body = Buffer.from(JSON.stringify(documentOf(EVENTS_PER_DOCUMENT)))
  const megabytes = body.length / 1e6
  const value = read(body)
  const checked = check(value)
  const rates = {
    parse: rate(() => JSON.parse(body.toString('utf8')), seconds),
    read: rate(() => read(body), seconds),
    check: rate(() => check(value), seconds),
    hash: rate(() => hash(checked), seconds),
    whole: rate(() => hash(check(read(body))), seconds),
  }
  const events = (perSecond) => Math.round(perSecond * EVENTS_PER_DOCUMENT)
  return [
    row('strict reading of JSON, against the bar', Math.round(rates.read * megabytes), READ_BAR_MB, 'MB/s a core', {
      jsonParseAlone: Math.round(rates.parse * megabytes),
    }),
    row('EPCIS read, check and hash, against the bar', events(rates.whole), PIPELINE_BAR_EVENTS, 'events/s a core', {
      bytesPerEvent: Math.round(body.length / EVENTS_PER_DOCUMENT),
      read: events(rates.read),
      check: events(rates.check),
      hash: events(rates.hash),
    }),
  ]
}

function read(body) {
  const answer = readJson(body, EPCIS_JSON_LIMITS)
  if (!answer.ok) throw new Error(answer.faults[0].message)
  return answer.value
}

function check(value) {
  const { faults, events } = checkDocument(value, RULES)
  if (faults.length > 0 || events.length !== EVENTS_PER_DOCUMENT) throw new Error('the document is not taken')
  return events
}

function hash(events) {
  let characters = 0
  for (const { event, namespaces } of events) characters += eventHashId(event, namespaces).length
  if (characters === 0) throw new Error('nothing was hashed')
  return characters
}

/** Calls a second of processor time, after as many to warm up. */
function rate(call, seconds) {
  for (const until = process.cpuUsage(); spent(until) < seconds / 4; ) call()
  const started = process.cpuUsage()
  let calls = 0
  while (spent(started) < seconds) {
    call()
    calls++
  }
  return calls / spent(started)
}

function spent(started) {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

function row(name, ours, bar, unit, details) {
  return { name, ours, peer: bar, ratio: Math.round((ours / bar) * 1000) / 1000, bar: 1, unit, details }
}

/** A day of a processing plant: lots dried, packed, shipped and measured, about 1.2 kB an event. */
function documentOf(count) {
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { sao: 'https://saolang.vn/voc/', cbvmda: 'urn:epcglobal:cbv:mda:' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-10-16T01:00:00Z',
    epcisBody: { eventList: Array.from({ length: count }, (_, i) => eventOf(i)) },
  }
}

function eventOf(i) {
  const lot = `HS2610${String(10 + (i % 20))}-${i}`
  const minute = String(i % 60).padStart(2, '0')
  const common = {
    eventTime: `2026-10-15T06:${minute}:30.25+07:00`,
    eventTimeZoneOffset: '+07:00',
    readPoint: { id: `urn:epc:id:sgln:9521321.0000${i % 9}.cong-${i % 7}` },
    bizLocation: { id: 'https://id.gs1.org/414/9521321000018' },
    bizTransactionList: [{ type: 'po', bizTransaction: `urn:epcglobal:cbv:bt:9521321000018:PO-${i}` }],
    'sao:note': `Mẻ ${i}: hạt sen Tháp Mười, độ ẩm đều, ${'thợ Út kiểm tra hai lần. '.repeat(3)}`,
    'sao:place': { provinceCode: '82', provinceName: 'Đồng Tháp', communeName: 'Xã Tháp Mười' },
  }
  if (i % 3 === 0) {
    return {
      type: 'TransformationEvent',
      ...common,
      inputQuantityList: [
        { epcClass: `https://saolang.vn/lo/tuoi-${i}`, quantity: 1200.5, uom: 'KGM' },
        { epcClass: `https://saolang.vn/lo/tuoi-${i + 1}`, quantity: 350, uom: 'KGM' },
      ],
      outputQuantityList: [{ epcClass: `urn:epc:class:lgtin:9521321.012345.${lot}`, quantity: 310.75, uom: 'KGM' }],
      bizStep: 'https://saolang.vn/voc/step/drying',
      disposition: 'in_progress',
      ilmd: { 'cbvmda:lotNumber': lot, 'cbvmda:bestBeforeDate': '2027-10-15', 'cbvmda:countryOfOrigin': 'VN' },
      sensorElementList: [
        {
          sensorMetadata: { time: '2026-10-15T06:00:00+07:00', deviceID: 'urn:epc:id:giai:9521321.MAY-SAY-07' },
          sensorReport: [{ type: 'Temperature', minValue: 41.5, maxValue: 63, meanValue: 55.25, uom: 'CEL' }],
        },
      ],
    }
  }
  const epcs = Array.from({ length: 8 }, (_, n) =>
    n % 2 === 0
      ? `urn:epc:id:sgtin:9521321.012345.${lot}-${n}`
      : `https://sen.example.vn/01/09521321123458/21/${lot}-${n}`,
  )
  if (i % 3 === 1) {
    return {
      type: 'AggregationEvent',
      ...common,
      action: 'ADD',
      parentID: `urn:epc:id:sscc:9521321.${String(i).padStart(10, '0')}`,
      childEPCs: epcs,
      bizStep: 'packing',
      disposition: 'in_progress',
    }
  }
  return {
    type: 'ObjectEvent',
    ...common,
    action: 'OBSERVE',
    epcList: epcs,
    bizStep: 'shipping',
    disposition: 'in_transit',
    sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:9521321.00001' }],
    destinationList: [{ type: 'owning_party', destination: 'https://id.gs1.org/417/9521321000025' }],
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(benchEpcisPipeline(), null, 2)}\n`)
}
