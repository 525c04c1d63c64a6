import type { NewEvent } from '../storage/events.ts'
import { eventIdOf, hashOf } from '../storage/events.ts'
import { type Amount, epcisQuantity } from './amounts.ts'
import type { EpcisEvent, Extensions, QuantityElement } from './epcis/epcis-event.ts'
import { eventHashId } from './epcis/event-hash.ts'
import { bizStepOf } from './epcis/farm-steps.ts'
import { STANDARD_NAMESPACES } from './epcis/json-ld-context.ts'
import type { StepInput } from './step-input.ts'

/** Prefix of members of our own, as documents declare it in their context. */
export const OWN_CONTEXT = { sao: 'https://saolang.vn/voc/' }
const NAMESPACES = new Map([...STANDARD_NAMESPACES, ...Object.entries(OWN_CONTEXT)])

/** The class-level EPC of a lot: a URN of its number, so that it needs neither a GTIN nor a host name (EPCIS 2.0, 6.4). */
export function lotUri(lotNo: string): string {
  return `urn:uuid:${lotNo}`
}

export interface EventOfStep {
  stepNo: string
  input: StepInput
  happenedAt: string
  about: readonly { lotNo: string }[]
  inputs: readonly { lotNo: string; amount: Amount | null }[]
  outputs: readonly { lotNo: string; amount: Amount | null }[]
}

/** Steps after which goods are no longer there (CBV 2.0, 7.2 dispositions). */
const ENDS: Record<string, string> = { retail_selling: 'retail_sold', selling: 'retail_sold', destroying: 'destroyed' }

/** The event of a journal entry with its hash, as `insertEvents` takes it. */
export function newEventOfStep(step: EventOfStep): NewEvent {
  const event = stepEvent(step)
  const hash = hashOf(eventHashId(event, NAMESPACES))
  return { hash, eventId: eventIdOf(hash), event, context: OWN_CONTEXT }
}

/**
 * The EPCIS 2.0 event of a journal entry: what came to be is an ObjectEvent ADD, what was made of something a
 * TransformationEvent (7.4.5), what left an ObjectEvent OBSERVE or DELETE, and all else an ObjectEvent OBSERVE.
 */
export function stepEvent({ stepNo, input, happenedAt, about, inputs, outputs }: EventOfStep): EpcisEvent {
  const head = {
    eventTime: happenedAt,
    eventTimeZoneOffset: '+07:00',
    bizStep: bizStepOf(input.step),
    ...extensions(stepNo, input),
  }
  if (inputs.length > 0 && outputs.length > 0) {
    return {
      type: 'TransformationEvent',
      ...head,
      transformationID: `urn:uuid:${stepNo}`,
      inputQuantityList: inputs.map(element),
      outputQuantityList: outputs.map(element),
    }
  }
  // Who gets the goods goes on with them: they are sold, and still there.
  const end = inputs.length > 0 && input.handTo === null ? ENDS[input.step] : undefined
  const lots =
    inputs.length > 0 ? inputs : outputs.length > 0 ? outputs : about.map((lot) => ({ ...lot, amount: null }))
  return {
    type: 'ObjectEvent',
    ...head,
    action: outputs.length > 0 ? 'ADD' : end === undefined ? 'OBSERVE' : 'DELETE',
    quantityList: lots.map(element),
    ...(end === undefined ? {} : { disposition: end }),
    ...(input.orderRefs.length > 0 ? { bizTransactionList: input.orderRefs.map(order) } : {}),
  }
}

function extensions(
  stepNo: string,
  { place, note, confidence, additions, quantity, evidence, sample }: StepInput,
): Extensions {
  return {
    // Two entries that say the same are still two events.
    'sao:entry': `urn:uuid:${stepNo}`,
    'sao:confidence': confidence,
    ...(place ? { 'sao:place': { ...place } } : {}),
    ...(note ? { 'sao:note': note } : {}),
    ...(quantity ? { 'sao:quantity': { ...quantity } } : {}),
    ...(additions.length > 0
      ? { 'sao:additions': additions.map(({ name, amount }) => ({ name, amount: amount && { ...amount } })) }
      : {}),
    // Hashes only: the papers themselves stay with the producer.
    ...(evidence.length > 0 ? { 'sao:evidence': evidence.map(({ sha256 }) => sha256) } : {}),
    ...(sample ? { 'sao:sample': true } : {}),
  }
}

function order(ref: string): { type: string; bizTransaction: string } {
  return { type: 'po', bizTransaction: `${OWN_CONTEXT.sao}order/${encodeURIComponent(ref)}` }
}

function element({ lotNo, amount }: { lotNo: string; amount: Amount | null }): QuantityElement {
  return { epcClass: lotUri(lotNo), ...(amount === null ? {} : epcisQuantity(amount)) }
}
