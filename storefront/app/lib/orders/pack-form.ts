/** What the packing page posts, as the backend takes it. */
export interface PackBody {
  key: string
  lines: { lineId: string; quantity: number }[]
  lots: { lineId: string; lotRef: string; quantity: number; reason: string | null }[] | null
  codes: string[]
}

/**
 * Reads the packing form: `quantity_<line>`, `given_<line>` (the rule's picks, as JSON lists of lot, quantity, product, and how many of
 * the product lie in one of the line), `lot_<line>` (a lot
 * chosen instead; empty for the rule) with `reason_<line>`, and `codes`, one a line. Lines with no quantity stay out.
 * Out: lots are null when the rule is followed for every line.
 */
export function readPackForm(values: Readonly<Record<string, string>>): PackBody {
  const lines = Object.entries(values).flatMap(([name, value]) => {
    const lineId = /^quantity_(.+)$/.exec(name)?.[1]
    const quantity = Number(value)
    return lineId !== undefined && Number.isInteger(quantity) && quantity > 0 ? [{ lineId, quantity }] : []
  })
  const chosen = lines.some(({ lineId }) => (values[`lot_${lineId}`] ?? '') !== '')
  return {
    key: values.key ?? '',
    lines,
    lots: chosen ? lines.flatMap((line) => lotsOf(line, values)) : null,
    codes: (values.codes ?? '')
      .split('\n')
      .map((code) => code.trim())
      .filter(Boolean),
  }
}

function lotsOf(
  { lineId, quantity }: { lineId: string; quantity: number },
  values: Readonly<Record<string, string>>,
): NonNullable<PackBody['lots']> {
  const lotRef = values[`lot_${lineId}`] ?? ''
  if (lotRef !== '') return [{ lineId, lotRef, quantity, reason: values[`reason_${lineId}`]?.trim() || null }]
  const taken = new Map<string, number>()
  return picks(values[`given_${lineId}`]).flatMap(([ref, most, product, each]) => {
    const before = taken.get(product) ?? 0
    const now = Math.min(quantity * each - before, most)
    taken.set(product, before + now)
    return now > 0 ? [{ lineId, lotRef: ref, quantity: now, reason: null }] : []
  })
}

function picks(text: string | undefined): [lotRef: string, given: number, productId: string, each: number][] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(list)) return []
    return list.flatMap((pick: unknown) => {
      const [ref, given, product, each] = Array.isArray(pick) ? pick : []
      const sound = typeof ref === 'string' && typeof given === 'number' && typeof product === 'string'
      return sound && typeof each === 'number' ? [[ref, given, product, each]] : []
    })
  } catch {
    return []
  }
}
