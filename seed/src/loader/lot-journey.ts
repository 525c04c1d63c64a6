import type { JourneyStep, Place } from '@sao-lang/traceability/verify'
import { addDays, vietnamMoment } from '../calendar.ts'
import type { SeedData } from '../data/load-data.ts'

type Lot = SeedData['lots'][number]
type Steps = SeedData['journeys'][string]
type Quantity = { value: number; unit: string }

/**
 * The journey of an illustrative lot: the steps of its kind of product counted back from the packing day, then packing.
 * In: the lot, its steps, what one package holds, and where the raw material comes from. Out: steps, oldest first.
 */
export function lotJourney(lot: Lot, steps: Steps, perUnit: Quantity, place: Place): JourneyStep[] {
  const packed = perUnit.value * lot.units
  const before = steps.map((step) => ({
    step: step.step,
    occurredAt: vietnamMoment(addDays(lot.packedOn, -step.daysBefore), step.hour),
    place,
    note: step.note,
    quantity: step.ratio === null ? null : { value: tidy(packed * step.ratio), unit: step.unit ?? perUnit.unit },
    confidence: step.confidence,
  }))
  const packing = {
    step: 'packing',
    occurredAt: vietnamMoment(lot.packedOn, 15),
    place,
    note: 'Đóng gói, dán tem từng gói.',
    quantity: { value: lot.units, unit: 'gói' },
    confidence: 'self_declared' as const,
  }
  return [...before, packing]
}

/** Weights of at least 20 are whole, smaller ones keep one decimal. */
function tidy(value: number): number {
  return value >= 20 ? Math.round(value) : Math.round(value * 10) / 10
}
