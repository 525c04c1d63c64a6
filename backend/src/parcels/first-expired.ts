/** A lot of a product as packing needs it. Days are yyyy-mm-dd. */
export interface PackableLot {
  ref: string
  code: string
  productId: string
  bestBefore: string | null
  packedOn: string | null
  recalled: boolean
  withdrawn: boolean
  /** Whole packages left; null when the book keeps no balance of it. */
  free: number | null
}

/** What has to be packed of a product. */
export interface LineToPack {
  lineId: string
  productId: string
  quantity: number
}

export interface LotPick {
  lineId: string
  lotRef: string
  quantity: number
}

/** True for a lot whose goods may leave on this day: not recalled, on the book, not past its date, and something left. */
export function mayLeave(lot: PackableLot, today: string): boolean {
  return !lot.recalled && !lot.withdrawn && (lot.bestBefore === null || lot.bestBefore >= today) && (lot.free ?? 1) > 0
}

/** What expires first stands first; goods without a date come last, the older packing day and the lower code first. */
export function byExpiry(a: PackableLot, b: PackableLot): number {
  return (
    order(a.bestBefore, b.bestBefore) || order(a.packedOn, b.packedOn) || order(a.code, b.code) || order(a.ref, b.ref)
  )
}

/**
 * Gives each line its lots, first expired first out. Lots that may not leave are never given, and no lot more often than it has
 * packages, however many lines are of its product. In: lines, lots of their products, the day at +07.
 * Out: the picks in the order of lines and dates, and how many packages of each line no lot covers.
 */
export function firstExpired(
  lines: readonly LineToPack[],
  lots: readonly PackableLot[],
  today: string,
): { picks: LotPick[]; short: Map<string, number> } {
  const left = new Map(lots.map((lot) => [lot.ref, lot.free ?? Number.POSITIVE_INFINITY]))
  const usable = lots.filter((lot) => mayLeave(lot, today)).sort(byExpiry)
  const picks: LotPick[] = []
  const short = new Map<string, number>()
  for (const line of lines) {
    let wanted = line.quantity
    for (const lot of usable) {
      const taken = lot.productId === line.productId ? Math.min(wanted, left.get(lot.ref) ?? 0) : 0
      if (taken <= 0) continue
      picks.push({ lineId: line.lineId, lotRef: lot.ref, quantity: taken })
      left.set(lot.ref, (left.get(lot.ref) ?? 0) - taken)
      wanted -= taken
    }
    if (wanted > 0) short.set(line.lineId, wanted)
  }
  return { picks, short }
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
