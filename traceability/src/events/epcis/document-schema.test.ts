import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CheckedDocument, checkDocument, eventListOf } from './document-schema.ts'
import { EPCIS_JSON_LIMITS, readJson } from './read-json.ts'

const now = Date.parse('2026-11-01T00:00:00Z')
const CONTEXT = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { sao: 'https://saolang.vn/voc/' }]

const event = {
  type: 'ObjectEvent',
  eventTime: '2026-10-15T06:30:00+07:00',
  eventTimeZoneOffset: '+07:00',
  action: 'OBSERVE',
  epcList: ['urn:epc:id:sgtin:9521321.012345.1'],
  'sao:note': 'x',
}

const masterData = {
  epcisMasterData: {
    vocabularyList: [
      {
        type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
        vocabularyElementList: [
          {
            id: 'urn:epc:id:sgln:9521321.00001.0',
            attributes: [
              { id: 'cbvmda:city', attribute: 'Tháp Mười' },
              { id: 'cbvmda:latitude', attribute: 10.521 },
              { id: 'https://saolang.vn/voc/place', attribute: { 'sao:commune': 'Tháp Mười' } },
            ],
            children: ['urn:epc:id:sgln:9521321.00001.kho-1'],
          },
        ],
      },
    ],
  },
  'sao:sentBy': 'Út',
}

const document = {
  '@context': CONTEXT,
  id: 'https://saolang.vn/doc/1',
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-10-16T01:00:00Z',
  instanceIdentifier: '1',
  sender: 'urn:epc:id:pgln:9521321.00001',
  receiver: 'urn:epc:id:pgln:9521321.00002',
  epcisHeader: masterData,
  'sao:channel': 'web',
  epcisBody: { eventList: [event, event] },
}

const queryDocument = {
  '@context': CONTEXT,
  type: 'EPCISQueryDocument',
  epcisBody: {
    queryResults: {
      queryName: 'SimpleEventQuery',
      subscriptionID: '7',
      'sao:took': 5,
      resultsBody: { eventList: [event], vocabularyList: masterData.epcisMasterData.vocabularyList },
    },
  },
}

function allFaults({ faults, events }: CheckedDocument): string[] {
  return [...faults, ...events.flatMap((each) => each.faults)].map((fault) => fault.pointer)
}

describe('a document', () => {
  it('is taken with header, master data and extensions', () => {
    const checked = checkDocument(document, { now })
    expect(allFaults(checked)).toEqual([])
    expect(checked.events.map((each) => [each.pointer, each.event])).toEqual([
      ['/epcisBody/eventList/0', event],
      ['/epcisBody/eventList/1', event],
    ])
    expect(checked.events[0]?.namespaces.get('sao')).toBe('https://saolang.vn/voc/')
    expect(checked.header).toBe(masterData)
  })

  it('may be the answer to a query', () => {
    const checked = checkDocument(queryDocument, { now })
    expect(allFaults(checked)).toEqual([])
    expect(checked.events[0]?.pointer).toBe('/epcisBody/queryResults/resultsBody/eventList/0')
  })

  it('may be a single event with its context', () => {
    const checked = checkDocument({ '@context': CONTEXT, ...event }, { now })
    expect(allFaults(checked)).toEqual([])
    expect(checked.events).toHaveLength(1)
    expect(allFaults(checkDocument(event, { now }))).toEqual(['/@context', '/sao:note'])
  })

  it('may have no event', () => {
    expect(allFaults(checkDocument({ ...document, epcisBody: { eventList: [] } }, { now }))).toEqual([])
  })

  it('lets an event add prefixes of its own, for itself alone', () => {
    const own = { ...event, '@context': [{ a: 'https://a.example/' }], 'a:b': 1 }
    const eventList = [own, { ...event, 'a:b': 1 }]
    const checked = checkDocument({ ...document, epcisBody: { eventList } }, { now })
    expect(allFaults(checked)).toEqual(['/epcisBody/eventList/1/a:b'])
    expect(checked.events[0]?.namespaces.get('a')).toBe('https://a.example/')
    expect(checked.events[0]?.namespaces.get('sao')).toBe('https://saolang.vn/voc/')
  })

  it('keeps good events apart from bad ones', () => {
    const eventList = [event, { ...event, action: 'x' }, 'x', null, event]
    const checked = checkDocument({ ...document, epcisBody: { eventList } }, { now })
    expect(checked.events.map((each) => each.event !== null)).toEqual([true, false, false, false, true])
    expect(allFaults(checked)).toEqual([
      '/epcisBody/eventList/1/action',
      '/epcisBody/eventList/2',
      '/epcisBody/eventList/3',
    ])
  })

  it('that is bad all over names few faults, and every bad event', () => {
    const bad = { ...event, epcList: Array.from({ length: 30 }, () => 'x') }
    const eventList = Array.from({ length: 200 }, () => bad)
    const checked = checkDocument({ ...document, epcisBody: { eventList } }, { now })
    expect(allFaults(checked).length).toBeLessThan(1_200)
    expect(checked.events.every((each) => each.faults.length > 0)).toBe(true)
  })
})

const without = (name: string) => Object.fromEntries(Object.entries(document).filter(([key]) => key !== name))
const vocabulary = (fields: object) => {
  const element = { id: 'urn:x:1', ...fields }
  const vocabularyList = [{ type: 'urn:x:t', vocabularyElementList: [element] }]
  return { ...document, epcisHeader: { epcisMasterData: { vocabularyList } } }
}
const ELEMENT = '/epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0'
const answer = (fields: object) => ({
  ...queryDocument,
  epcisBody: { queryResults: { ...queryDocument.epcisBody.queryResults, ...fields } },
})

const INVALID: readonly (readonly [rule: string, value: unknown, pointers: readonly string[]])[] = [
  ['a document is an object', [document], ['']],
  ['a document is not null', null, ['']],
  ['a document is not a text', 'x', ['']],
  ['a document has a type', without('type'), ['/type']],
  ['a document has a type of EPCIS', { ...document, type: 'EPCISMasterDataDocument' }, ['/type']],
  [
    'a document has a context',
    without('@context'),
    [
      '/@context',
      '/epcisBody/eventList/0/sao:note',
      '/epcisBody/eventList/1/sao:note',
      '/sao:channel',
      '/epcisHeader/sao:sentBy',
    ],
  ],
  [
    'a context is the one of EPCIS 2.0',
    { ...document, '@context': ['https://x.vn/context.jsonld', CONTEXT[1]] },
    ['/@context'],
  ],
  ['a document has a version', without('schemaVersion'), ['/schemaVersion']],
  ['a document has version 2', { ...document, schemaVersion: '1.2' }, ['/schemaVersion']],
  ['a version is a text', { ...document, schemaVersion: 2 }, ['/schemaVersion']],
  ['a document has a date', without('creationDate'), ['/creationDate']],
  ['a date has a zone', { ...document, creationDate: '2026-10-16' }, ['/creationDate']],
  ['an id is a URI', { ...document, id: 'document1' }, ['/id']],
  ['a sender is a text', { ...document, sender: { id: 'urn:x:1' } }, ['/sender']],
  ['a document has a body', without('epcisBody'), ['/epcisBody']],
  ['a body is an object', { ...document, epcisBody: [] }, ['/epcisBody']],
  ['a body has events', { ...document, epcisBody: {} }, ['/epcisBody/eventList']],
  ['events are a list', { ...document, epcisBody: { eventList: event } }, ['/epcisBody/eventList']],
  [
    'a body has no other bare members',
    { ...document, epcisBody: { eventList: [], events: [] } },
    ['/epcisBody/events'],
  ],
  ['a document has no other bare members', { ...document, version: '2.0' }, ['/version']],
  ['a prefix of a document is declared', { ...document, 'nong:x': 1 }, ['/nong:x']],
  [
    'a document is no answer',
    { ...document, epcisBody: queryDocument.epcisBody },
    ['/epcisBody/queryResults', '/epcisBody/eventList'],
  ],
  ['an answer has results', { ...queryDocument, epcisBody: {} }, ['/epcisBody/queryResults']],
  ['an answer names its query', answer({ queryName: '' }), ['/epcisBody/queryResults/queryName']],
  ['an answer has a body', answer({ resultsBody: {} }), ['/epcisBody/queryResults/resultsBody/eventList']],
  ['an answer has no other bare members', answer({ rows: 1 }), ['/epcisBody/queryResults/rows']],
  ['master data has URIs', vocabulary({ id: 'kho 1' }), [`${ELEMENT}/id`]],
  ['attributes have ids', vocabulary({ attributes: [{ attribute: 'x' }] }), [`${ELEMENT}/attributes/0/id`]],
  [
    'attributes have values',
    vocabulary({ attributes: [{ id: 'urn:x:a', attribute: null }] }),
    [`${ELEMENT}/attributes/0/attribute`],
  ],
  ['children are URIs', vocabulary({ children: ['kho 2'] }), [`${ELEMENT}/children/0`]],
  ['a header has no other bare members', { ...document, epcisHeader: { masterData: {} } }, ['/epcisHeader/masterData']],
]

describe('a document that breaks a rule', () => {
  it.each(INVALID)('is refused: %s', (_rule, value, pointers) => {
    expect(allFaults(checkDocument(value, { now })).sort()).toEqual([...pointers].sort())
  })
})

describe('the list of events', () => {
  it('is found before anything is checked, for limits', () => {
    expect(eventListOf(document)?.list).toHaveLength(2)
    expect(eventListOf(queryDocument)?.list).toHaveLength(1)
    for (const value of [null, [], event, { epcisBody: null }, { epcisBody: { eventList: {} } }]) {
      expect(eventListOf(value)).toBeNull()
    }
  })
})

const examples = process.env.EPCIS_EXAMPLES
if (!examples) {
  process.stdout.write(
    'NOTE EPCIS: the examples of the standard were not tried; set EPCIS_EXAMPLES to their folder JSON\n',
  )
} else {
  describe('the examples of the standard', () => {
    const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) => /\.jsonld?$/.test(file))

    it('are all there', () => {
      expect(files.length).toBeGreaterThanOrEqual(47)
    })

    it.each(files)('%s', (file) => {
      const read = readJson(readFileSync(join(examples, file)), EPCIS_JSON_LIMITS)
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const checked = checkDocument(read.value, { now })
      expect([...checked.faults, ...checked.events.flatMap((each) => each.faults)]).toEqual([])
      expect(checked.events.length).toBeGreaterThan(0)
    })
  })
}
