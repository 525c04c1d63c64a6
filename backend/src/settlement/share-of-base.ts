/** Basis points of an amount, rounded half up to whole đồng. In: whole đồng from 0 and whole basis points from 0 (100 = 1 %). */
export function shareOfBase(base: number, basisPoints: number): number {
  return Number((BigInt(base) * BigInt(basisPoints) + 5_000n) / 10_000n)
}
