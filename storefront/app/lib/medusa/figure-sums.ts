import type { StatisticRow } from './statistics-types.ts'

/** What adding the parts of a statistic up says. */
export type SumCheck =
  /** Examples, ranks or overlapping counts: adding them would say something untrue. */
  | { kind: 'not_parts' }
  | { kind: 'adds_up'; sum: number; stated: number }
  | { kind: 'differs'; sum: number; stated: number; difference: number }

/**
 * Adds the parts of a statistic up and compares the sum with the stated total.
 * In: a row as the document gives it. Out: the sum, exact to three decimals (shares and tỷ đồng have up to three), and
 * how far it is from the stated total. Parts are only added where the document itself states a total.
 */
export function checkSum(row: Pick<StatisticRow, 'total' | 'breakdown'>): SumCheck {
  if (row.breakdown.length === 0 || row.total === null) return { kind: 'not_parts' }
  const sum = addThousandths(row.breakdown.map((part) => part.value ?? 0))
  const difference = addThousandths([sum, -row.total])
  return difference === 0
    ? { kind: 'adds_up', sum, stated: row.total }
    : { kind: 'differs', sum, stated: row.total, difference }
}

/** Whole-number addition of values with at most three decimals, so that 0.1 + 0.2 is 0.3. */
function addThousandths(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 1000), 0) / 1000
}

/** Share of a part in its total, 0 to 100 with one decimal; null when there is nothing to share. */
export function sharePercent(value: number | null, total: number | null): number | null {
  if (value === null || total === null || total <= 0) return null
  return Math.round((value / total) * 1000) / 10
}
