import type { JourneyStep, Place } from '../verify/verdict.ts'

/** An EPCIS 2.0 ObjectEvent as this service keeps it; members with the prefix `sao` are extensions of its own. */
export interface JourneyEvent {
  type: 'ObjectEvent'
  eventTime: string
  eventTimeZoneOffset: '+07:00'
  action: 'OBSERVE'
  bizStep: string
  quantityList: { epcClass: string }[]
  'sao:quantity': { value: number; unit: string } | null
  'sao:place': Place | null
  'sao:note': string | null
  'sao:confidence': JourneyStep['confidence']
}

/** Steps of CBV 2.0 (section 7.1) travel as bare words; all others must be URIs and carry the own prefix. */
const CBV_STEPS = new Set([
  'commissioning',
  'creating_class_instance',
  'encoding',
  'inspecting',
  'packing',
  'receiving',
  'retail_selling',
  'sampling',
  'shipping',
  'storing',
  'transporting',
])
const OWN_PREFIX = 'sao:'

/** The class-level EPC of a lot: a URN of its number, so that it needs neither a GTIN nor a host name (EPCIS 2.0, 6.4). */
export function lotUri(lotNo: string): string {
  return `urn:uuid:${lotNo}`
}

export function journeyEvent(uri: string, step: JourneyStep): JourneyEvent {
  return {
    type: 'ObjectEvent',
    eventTime: step.occurredAt,
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: CBV_STEPS.has(step.step) ? step.step : `${OWN_PREFIX}${step.step}`,
    quantityList: [{ epcClass: uri }],
    'sao:quantity': step.quantity,
    'sao:place': step.place,
    'sao:note': step.note,
    'sao:confidence': step.confidence,
  }
}

/** The step an event was made from. */
export function journeyStep(event: JourneyEvent): JourneyStep {
  return {
    step: event.bizStep.startsWith(OWN_PREFIX) ? event.bizStep.slice(OWN_PREFIX.length) : event.bizStep,
    occurredAt: event.eventTime,
    place: event['sao:place'],
    note: event['sao:note'],
    quantity: event['sao:quantity'],
    confidence: event['sao:confidence'],
  }
}
