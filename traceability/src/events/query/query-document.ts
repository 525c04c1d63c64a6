import type { StoredEvent } from '../../storage/event-queries.ts'
import { canonicalDigitalLink } from '../epcis/epc-uri.ts'
import type { JsonValue } from '../epcis/epcis-event.ts'

/** Where the standard's JSON-LD context is published. */
export const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

/** How identifiers are written in answers (GS1-EPC-Format, EPCIS 2.0, 12.3.2.2). */
export type EpcFormat = 'No_Preference' | 'Always_GS1_Digital_Link' | 'Never_Translates'

/** An EPCISQueryDocument (EPCIS 2.0, 9.5) with events, each with its prefixes, name and record time. */
export function queryDocument(
  events: readonly StoredEvent[],
  { name, subscriptionID, format, now }: { name: string; subscriptionID?: string; format: EpcFormat; now: Date },
): Record<string, unknown> {
  return {
    '@context': [EPCIS_CONTEXT],
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: now.toISOString(),
    epcisBody: {
      queryResults: {
        ...(subscriptionID === undefined ? {} : { subscriptionID }),
        queryName: name,
        resultsBody: { eventList: events.map((stored) => shownEvent(stored, format)) },
      },
    },
  }
}

function shownEvent({ event, eventId, recordedAt, context }: StoredEvent, format: EpcFormat): Record<string, unknown> {
  const { '@context': _own, ...rest } = event
  const shown: Record<string, unknown> = {
    ...(context === null ? {} : { '@context': [EPCIS_CONTEXT, context] }),
    ...rest,
    eventID: eventId,
    recordTime: recordedAt.toISOString(),
  }
  return format === 'Always_GS1_Digital_Link' ? translated(shown) : shown
}

/** Members whose values are identifiers of objects or classes. */
const IDENTIFIERS = new Set(['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList', 'parentID', 'epcClass'])
const LISTS = new Set(['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'])

function translated(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      if (IDENTIFIERS.has(name)) return [name, Array.isArray(value) ? value.map(asDigitalLink) : asDigitalLink(value)]
      if (LISTS.has(name) && Array.isArray(value)) return [name, value.map((each: JsonValue) => elementOf(each))]
      if (name === 'readPoint' || name === 'bizLocation') return [name, locationOf(value)]
      return [name, value]
    }),
  )
}

function elementOf(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return { ...value, epcClass: asDigitalLink(value.epcClass) as JsonValue }
}

function locationOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value
    ? { ...value, id: asDigitalLink(value.id) }
    : value
}

/** EPC URNs alone are rewritten: a Digital Link of the sender's own domain is one already. */
function asDigitalLink(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('urn:epc:') ? (canonicalDigitalLink(value) ?? value) : value
}
