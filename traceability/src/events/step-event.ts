import type { Place } from '../verify/verdict.ts'
import { type Amount, epcisQuantity } from './amounts.ts'
import { bizStepOf, lotUri, VOCABULARY } from './journey-event.ts'
import type { StepInput } from './step-input.ts'

interface QuantityElement {
  epcClass: string
  quantity?: number
  uom?: 'KGM' | 'LTR'
}

/** Members of our own, declared by `VOCABULARY` in the document's context. */
interface Extensions {
  /** Number of the entry: two entries that say the same are still two events. */
  'sao:entry': string
  'sao:place': Place | null
  'sao:note': string | null
  'sao:confidence': StepInput['confidence']
  'sao:quantity'?: StepInput['quantity']
  'sao:additions'?: StepInput['additions']
  /** Hashes only: the papers themselves stay with the producer. */
  'sao:evidence'?: string[]
  'sao:sample'?: true
}

interface EventHead extends Extensions {
  eventTime: string
  eventTimeZoneOffset: '+07:00'
  bizStep: string
}

export type StepEvent =
  | (EventHead & {
      type: 'ObjectEvent'
      action: 'ADD' | 'OBSERVE' | 'DELETE'
      quantityList: QuantityElement[]
      disposition?: string
      bizTransactionList?: { type: 'po'; bizTransaction: string }[]
    })
  | (EventHead & {
      type: 'TransformationEvent'
      transformationID: string
      inputQuantityList: QuantityElement[]
      outputQuantityList: QuantityElement[]
    })

export interface EventOfStep {
  stepNo: string
  input: StepInput
  happenedAt: string
  about: { lotNo: string }[]
  inputs: { lotNo: string; amount: Amount | null }[]
  outputs: { lotNo: string; amount: Amount | null }[]
}

/** Steps after which goods are no longer there (CBV 2.0, 7.2 dispositions). */
const ENDS: Record<string, string> = { retail_selling: 'retail_sold', selling: 'retail_sold', destroying: 'destroyed' }

/**
 * The EPCIS 2.0 event of a journal entry: what came to be is an ObjectEvent ADD, what was made of something a
 * TransformationEvent (7.4.5), what left an ObjectEvent OBSERVE or DELETE, and all else an ObjectEvent OBSERVE.
 */
export function stepEvent({ stepNo, input, happenedAt, about, inputs, outputs }: EventOfStep): StepEvent {
  const head: EventHead = {
    eventTime: happenedAt,
    eventTimeZoneOffset: '+07:00',
    bizStep: bizStepOf(input.step),
    'sao:entry': `urn:uuid:${stepNo}`,
    'sao:place': input.place,
    'sao:note': input.note,
    'sao:confidence': input.confidence,
    ...(input.additions.length > 0 ? { 'sao:additions': input.additions } : {}),
    ...(input.quantity === null ? {} : { 'sao:quantity': input.quantity }),
    ...(input.evidence.length > 0 ? { 'sao:evidence': input.evidence.map(({ sha256 }) => sha256) } : {}),
    ...(input.sample ? { 'sao:sample': true as const } : {}),
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
  const end = ENDS[input.step]
  const lots =
    inputs.length > 0 ? inputs : outputs.length > 0 ? outputs : about.map((lot) => ({ ...lot, amount: null }))
  return {
    type: 'ObjectEvent',
    ...head,
    action: outputs.length > 0 ? 'ADD' : inputs.length > 0 && end !== undefined ? 'DELETE' : 'OBSERVE',
    quantityList: lots.map(element),
    ...(end !== undefined && inputs.length > 0 ? { disposition: end } : {}),
    ...(input.orderRefs.length > 0
      ? {
          bizTransactionList: input.orderRefs.map((ref) => ({
            type: 'po' as const,
            bizTransaction: `${VOCABULARY}order/${encodeURIComponent(ref)}`,
          })),
        }
      : {}),
  }
}

/** EPC keys of an event by the list they stand in, for look-ups by lot. */
export function epcsOf(event: StepEvent): { key: string; role: 'epcClass' | 'inputClass' | 'outputClass' }[] {
  if (event.type === 'ObjectEvent')
    return event.quantityList.map(({ epcClass }) => ({ key: epcClass, role: 'epcClass' }))
  return [
    ...event.inputQuantityList.map(({ epcClass }) => ({ key: epcClass, role: 'inputClass' as const })),
    ...event.outputQuantityList.map(({ epcClass }) => ({ key: epcClass, role: 'outputClass' as const })),
  ]
}

function element({ lotNo, amount }: { lotNo: string; amount: Amount | null }): QuantityElement {
  return { epcClass: lotUri(lotNo), ...(amount === null ? {} : epcisQuantity(amount)) }
}
