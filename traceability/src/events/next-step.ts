/** How often a party did one step after another on the same goods. */
export interface StepPair {
  after: string
  next: string
  times: number
}

/** What usually comes after a step where a producer has no habit yet. */
const USUAL: Record<string, readonly string[]> = {
  harvesting: ['sorting', 'washing', 'drying', 'processing'],
  purchasing: ['sorting', 'washing', 'drying', 'processing'],
  receiving: ['sorting', 'drying', 'processing'],
  sorting: ['washing', 'drying', 'processing'],
  washing: ['drying', 'processing'],
  drying: ['roasting', 'packing', 'storing'],
  roasting: ['packing', 'cooling'],
  fermenting: ['ageing', 'packing'],
  mixing: ['processing', 'packing'],
  processing: ['cooling', 'packing'],
  cooling: ['packing'],
  testing: ['packing', 'storing'],
  packing: ['storing', 'shipping', 'selling'],
  storing: ['packing', 'shipping', 'selling'],
}
const FIRST: Record<'raw' | 'intermediate' | 'product', readonly string[]> = {
  raw: ['sorting', 'drying', 'processing'],
  intermediate: ['processing', 'packing'],
  product: ['storing', 'shipping', 'selling'],
}

/** Offered as large buttons on a phone: more than three are no help. */
const MOST = 3

/**
 * The likeliest next steps of a lot: the producer's own habit first, then what is usual in the trade. Packed goods are
 * never offered to be made into something else. Pure.
 */
export function nextSteps(
  last: string | null,
  kind: 'raw' | 'intermediate' | 'product',
  pairs: readonly StepPair[],
): string[] {
  const habit = pairs
    .filter((pair) => pair.after === last && pair.times > 1)
    .sort((a, b) => b.times - a.times || (a.next < b.next ? -1 : 1))
    .map((pair) => pair.next)
  const usual = (last === null ? undefined : USUAL[last]) ?? FIRST[kind]
  const offered = [...habit, ...usual].filter((step) => kind !== 'product' || FIRST.product.includes(step))
  return [...new Set(offered.length > 0 ? offered : FIRST[kind])].slice(0, MOST)
}
