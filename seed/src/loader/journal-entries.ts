import type { StepInput } from '@sao-lang/traceability/events/step-input'
import type { Place } from '@sao-lang/traceability/verify'
import { addDays, vietnamMoment } from '../calendar.ts'
import type { SeedData } from '../data/load-data.ts'

/** The lots of a journal: what their refs end in. */
export const JOURNAL_PARTS = { harvested: 'thu-hoach', made: 'che-bien', packed: 'dong-goi' } as const

type Output = StepInput['outputs'][number]

/** The three entries of an illustrative journal, oldest first, each stored once however often it is sent. */
export function journalEntries(
  journal: SeedData['journals'][number],
  product: SeedData['sampleProducts'][number],
  { partyRef, productRef, place }: { partyRef: string; productRef: string; place: Place },
): StepInput[] {
  const { harvest, processing, packing } = journal
  if (!product.unitQuantity) throw new Error(`seed/data: journal ${journal.ref} packs a product without a quantity`)
  const refOf = (part: keyof typeof JOURNAL_PARTS) => `${journal.ref}-${JOURNAL_PARTS[part]}`
  const kilograms = (value: number) => ({ value, unit: 'kg' })
  const entry = (part: keyof typeof JOURNAL_PARTS, day: string, hour: number, rest: Partial<StepInput>): StepInput => ({
    partyRef,
    requestKey: `seed:${refOf(part)}`,
    step: 'harvesting',
    happenedAt: vietnamMoment(day, hour),
    deviceNow: null,
    place,
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
    ...rest,
  })
  const lot = (part: keyof typeof JOURNAL_PARTS, rest: Pick<Output, 'lotCode' | 'kind'> & Partial<Output>): Output => ({
    ref: refOf(part),
    productRef: null,
    material: null,
    amount: null,
    packs: null,
    packedOn: null,
    bestBefore: null,
    ...rest,
  })
  const taken = (part: keyof typeof JOURNAL_PARTS, value: number) => [
    { lotRef: refOf(part), partyRef: null, amount: kilograms(value) },
  ]
  return [
    entry('harvested', harvest.day, 7, {
      note: harvest.note,
      sourceAreaRefs: [journal.sourceArea],
      outputs: [
        lot('harvested', {
          ...{ lotCode: harvest.lotCode, kind: 'raw', material: harvest.material },
          amount: kilograms(harvest.kilograms),
        }),
      ],
    }),
    entry('made', processing.day, 9, {
      step: processing.step,
      note: processing.note,
      inputs: taken('harvested', processing.taken),
      outputs: [
        lot('made', {
          ...{ lotCode: processing.lotCode, kind: 'intermediate', material: processing.material },
          amount: kilograms(processing.kilograms),
        }),
      ],
    }),
    entry('packed', packing.day, 14, {
      step: 'packing',
      note: packing.note,
      inputs: taken('made', packing.taken),
      outputs: [
        lot('packed', {
          ...{ lotCode: packing.lotCode, kind: 'product', productRef, packedOn: packing.day },
          packs: { count: packing.packs, unit: packing.unit, net: product.unitQuantity },
          bestBefore: product.shelfLifeDays === null ? null : addDays(packing.day, product.shelfLifeDays),
        }),
      ],
    }),
  ]
}
