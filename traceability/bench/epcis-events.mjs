// Made-up events of a partner, for the benchmark of the EPCIS interface.
export const EVENTS_PER_DOCUMENT = 500

const START = Date.UTC(2026, 0, 1)

/** An identifier that three events have: those of its number and of the two before. */
export const epcOf = (series, serial) => `https://id.gs1.org/01/04012345123456/21/${series}${serial}`

/** An event with three identifiers, which the events around it have in part too. In: its number, a word for the series. */
export function eventOf(serial, series) {
  return {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    eventTime: new Date(START + serial * 20).toISOString(),
    eventTimeZoneOffset: '+07:00',
    epcList: [0, 1, 2].map((k) => epcOf(series, serial + k)),
    bizStep: ['shipping', 'receiving', 'packing'][serial % 3],
    disposition: 'in_transit',
    readPoint: { id: `https://id.gs1.org/414/4012345000009/254/${serial % 50}` },
    bizLocation: { id: 'https://id.gs1.org/414/4012345000009' },
    bizTransactionList: [{ type: 'po', bizTransaction: `urn:epc:id:gdti:0614141.00001.${serial % 1000}` }],
  }
}

/** A document to capture, from event `first` on. */
export function documentOf(first, series) {
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-01T00:00:00Z',
    epcisBody: { eventList: Array.from({ length: EVENTS_PER_DOCUMENT }, (_, i) => eventOf(first + i, series)) },
  })
}
