import { MedusaError } from '@medusajs/framework/utils'

/**
 * Splits an amount by weights, exactly: the parts are whole đồng and add up to it (largest remainder, DESIGN 5.8; of equal
 * remainders the earlier part gets the đồng). A negative amount splits as its opposite does.
 * In: whole đồng, and weights that are whole numbers from 0. Out: one part a weight. Throws INVALID_DATA for other input, and when all
 * weights are 0 though there is something to split.
 */
export function splitDong(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total) || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'Only whole đồng can be split, by whole weights from 0.')
  }
  if (total < 0) return splitDong(-total, weights).map((part) => (part === 0 ? 0 : -part))
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) {
    if (total === 0) return weights.map(() => 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'An amount cannot be split by weights that are all 0.')
  }
  const exact = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight)
    return { index, floor: product / sum, rest: product % sum }
  })
  let left = BigInt(total) - exact.reduce((all, { floor }) => all + floor, 0n)
  const parts = exact.map(({ floor }) => Number(floor))
  const byRest = [...exact].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of byRest) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1n
  }
  return parts
}
