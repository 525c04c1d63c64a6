/**
 * Which of the media types on offer a caller wants (RFC 9110 section 12.5.1): the one with the highest weight, the
 * earlier offer when several weigh the same. In: the Accept header, or undefined; offers in order of preference.
 * Out: an offer, or null when none is acceptable.
 */
export function chooseMediaType<T extends string>(accept: string | undefined, offers: readonly T[]): T | null {
  if (accept === undefined || accept.trim() === '') return offers[0] ?? null
  const ranges = accept.split(',').map(rangeOf)
  let best: T | null = null
  let bestWeight = 0
  for (const offer of offers) {
    const weight = weightOf(offer, ranges)
    if (weight > bestWeight) {
      best = offer
      bestWeight = weight
    }
  }
  return best
}

interface Range {
  type: string
  weight: number
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const q = parameters.map((parameter) => /^q=(\d(?:\.\d{0,3})?)$/.exec(parameter)?.[1]).find((each) => each)
  return { type, weight: q === undefined ? 1 : Math.min(1, Number(q)) }
}

/** The most specific range that covers a type decides: `a/b`, then `a/*`, then any. */
function weightOf(offer: string, ranges: readonly Range[]): number {
  for (const pattern of [offer, `${offer.split('/')[0]}/*`, '*/*']) {
    const found = ranges.find((range) => range.type === pattern)
    if (found) return found.weight
  }
  return 0
}
