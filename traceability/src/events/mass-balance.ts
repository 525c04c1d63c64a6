import type { Amount, Measure } from './amounts.ts'

/** What a step took, added and made. Null where somebody did not weigh. */
export interface StepAmounts {
  inputs: (Amount | null)[]
  /** Bought ingredients that are no lot: sugar, salt, water. */
  additions: (Amount | null)[]
  outputs: (Amount | null)[]
}

export type MassBalance =
  /** `loss` is what went in and did not come out; `yield` is out / in, 0 to 1 and a little above for scales that differ. */
  | { kind: 'balanced'; measure: Measure; in: number; out: number; loss: number; yield: number }
  /** More came out than went in: refused. */
  | { kind: 'exceeds'; measure: Measure; in: number; out: number }
  /** Something was not weighed, or inputs and outputs are not counted in the same measure. */
  | { kind: 'unknown' }

/** Two scales of one village may differ by this much. */
export const SCALE_TOLERANCE = 0.02

/**
 * The mass balance of one step: what came out may not be more than what went in, but for the difference of two scales.
 * A step without outputs (sold, destroyed) has nothing to balance.
 */
export function massBalance({ inputs, additions, outputs }: StepAmounts): MassBalance {
  const all = [...inputs, ...additions, ...outputs]
  const measure = all[0]?.measure
  if (outputs.length === 0 || inputs.length === 0 || measure === undefined) return { kind: 'unknown' }
  if (all.some((amount) => amount === null || amount.measure !== measure)) return { kind: 'unknown' }
  const taken = sum(inputs) + sum(additions)
  const made = sum(outputs)
  if (exceeds(made, taken)) return { kind: 'exceeds', measure, in: taken, out: made }
  return {
    kind: 'balanced',
    measure,
    in: taken,
    out: made,
    loss: Math.max(0, taken - made),
    yield: taken === 0 ? 0 : made / taken,
  }
}

/** Whether an amount is more than another, beyond what two scales may differ. */
export function exceeds(amount: number, limit: number): boolean {
  return amount > limit * (1 + SCALE_TOLERANCE)
}

function sum(amounts: readonly (Amount | null)[]): number {
  return amounts.reduce((total, each) => total + (each?.amount ?? 0), 0)
}
