/** Labels from (included) to (excluded). */
export interface Stretch {
  from: number
  to: number
}

/** Joins stretches of labels that touch or overlap; in order. */
export function joinedStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** What a batch of `size` labels has no print sheet for yet, in order. */
export function withoutSheet(size: number, sheets: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = []
  let next = 0
  for (const { from, to } of joinedStretches(sheets)) {
    if (from > next) gaps.push({ from: next, to: from })
    next = Math.max(next, to)
  }
  if (next < size) gaps.push({ from: next, to: size })
  return gaps
}
