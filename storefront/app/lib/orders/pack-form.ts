/** What the packing page posts, as the backend takes it. */
export interface PackBody {
  key: string
  lines: { lineId: string; quantity: number }[]
  lots: { lineId: string; lotRef: string; quantity: number; reason: string | null }[] | null
  codes: string[]
}

/**
 * Reads the packing form: `quantity_<line>`, `given_<line>` (the rule's picks, as JSON pairs of lot and quantity), `lot_<line>` (a lot
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
  let left = quantity
  return pairs(values[`given_${lineId}`]).flatMap(([ref, most]) => {
    const taken = Math.min(left, most)
    left -= taken
    return taken > 0 ? [{ lineId, lotRef: ref, quantity: taken, reason: null }] : []
  })
}

function pairs(text: string | undefined): [string, number][] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(list)) return []
    return list.flatMap((each) =>
      Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'number' ? [[each[0], each[1]]] : [],
    ) as [string, number][]
  } catch {
    return []
  }
}
