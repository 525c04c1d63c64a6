export type LineProblem = 'none' | 'price_changed' | 'out_of_stock' | 'too_many' | 'withdrawn'

/** One cart line with what the shop knows of its variant now. Prices are whole đồng. */
export interface LineFacts {
  id: string
  quantity: number
  unitPrice: number
  /** Null when the variant cannot be bought any more. */
  currentPrice: number | null
  /** Inventory items one unit takes; empty when stock is not kept. */
  needs: { itemId: string; perUnit: number }[]
}

export interface LineJudgement {
  id: string
  problem: LineProblem
  /** Units of this line alone that the stock allows; null when withdrawn or when stock is not kept. */
  available: number | null
}

/**
 * Says for every line whether it can be ordered as it stands. Lines that draw on the same inventory item are summed: Medusa
 * checks each by itself and would sell the last piece twice.
 * In: lines, and free units by inventory item (stocked minus reserved). Out: one judgement a line, in order. Pure.
 */
export function judgeLines(lines: readonly LineFacts[], free: ReadonlyMap<string, number>): LineJudgement[] {
  const wanted = new Map<string, number>()
  for (const line of lines) {
    if (line.currentPrice === null) continue
    for (const { itemId, perUnit } of line.needs) {
      wanted.set(itemId, (wanted.get(itemId) ?? 0) + perUnit * line.quantity)
    }
  }
  return lines.map((line) => {
    if (line.currentPrice === null) return { id: line.id, problem: 'withdrawn', available: null }
    const freeOf = (itemId: string) => Math.max(0, free.get(itemId) ?? 0)
    const available = line.needs.length
      ? Math.min(...line.needs.map(({ itemId, perUnit }) => Math.floor(freeOf(itemId) / perUnit)))
      : null
    if (available === 0) return { id: line.id, problem: 'out_of_stock', available }
    const short = line.needs.some(({ itemId }) => (wanted.get(itemId) ?? 0) > freeOf(itemId))
    if (short) return { id: line.id, problem: 'too_many', available }
    return { id: line.id, problem: line.currentPrice === line.unitPrice ? 'none' : 'price_changed', available }
  })
}
