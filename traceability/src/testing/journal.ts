import type { StepInput } from '../events/step-input.ts'
import { PLACE } from './samples.ts'

let entries = 0

/** An entry of the journal that a test fills in. */
export function entry(changes: Partial<StepInput>): StepInput {
  return {
    partyRef: 'producer-1',
    requestKey: `entry-${process.pid}-${entries++}`,
    step: 'processing',
    happenedAt: '2026-10-10T01:00:00.000Z',
    deviceNow: null,
    place: PLACE,
    note: null,
    about: [],
    quantity: null,
    inputs: [],
    additions: [],
    outputs: [],
    sourceAreaRefs: [],
    handTo: null,
    orderRefs: [],
    evidence: [],
    confidence: 'self_declared',
    sample: true,
    ...changes,
  }
}

type Output = StepInput['outputs'][number]

/** A lot that is no product yet, weighed in kilograms. */
export function raw(ref: string, kilograms: number | null, changes: Partial<Output> = {}): Output {
  return {
    ref,
    lotCode: ref.toUpperCase(),
    kind: 'raw',
    productRef: null,
    material: 'Hạt sen tươi',
    amount: kilograms === null ? null : { value: kilograms, unit: 'kg' },
    packs: null,
    packedOn: null,
    bestBefore: null,
    ...changes,
  }
}

/** A lot of packs of 200 g on sale. */
export function packed(ref: string, count: number, changes: Partial<Output> = {}): Output {
  return {
    ...raw(ref, null),
    kind: 'product',
    productRef: 'product-1',
    material: null,
    packs: { count, unit: 'hộp', net: { value: 200, unit: 'g' } },
    packedOn: '2026-10-15',
    bestBefore: '2027-10-15',
    ...changes,
  }
}

/** Takes kilograms of one's own lot; all that is left without a number. */
export function take(
  lotRef: string,
  kilograms: number | null = null,
  partyRef: string | null = null,
): StepInput['inputs'][number] {
  return { lotRef, partyRef, amount: kilograms === null ? null : { value: kilograms, unit: 'kg' } }
}
