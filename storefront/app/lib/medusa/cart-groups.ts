import type { CartReview, ReviewLine } from './cart-types.ts'

/** The lines of one producer: they will travel as one parcel and become one seller's order. */
export interface ProducerGroup {
  producer: { handle: string; name: string }
  lines: ReviewLine[]
  /** Sum of the group's lines, in đồng. */
  subtotal: number
}

/**
 * What a line adds to the cart's sums, in đồng: the price it was put in for, until the buyer accepts another. A changed
 * price is said beside it (`lineProblemMessage`), so that lines and sums always agree.
 */
export function lineTotal(line: Pick<ReviewLine, 'quantity' | 'unitPrice'>): number {
  return line.quantity * line.unitPrice
}

/**
 * Groups cart lines by producer. Producers come in the order in which their first line was added, and lines keep
 * their order, so that a changed quantity never makes lines jump.
 */
export function groupByProducer(lines: readonly ReviewLine[]): ProducerGroup[] {
  const groups = new Map<string, ProducerGroup>()
  for (const line of lines) {
    const group = groups.get(line.producer.handle) ?? { producer: line.producer, lines: [], subtotal: 0 }
    group.lines.push(line)
    group.subtotal += lineTotal(line)
    groups.set(line.producer.handle, group)
  }
  return [...groups.values()]
}

/** Number of packages in the cart: what the counter in the header says. */
export function unitCount(review: Pick<CartReview, 'lines'>): number {
  return review.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Message key of what stands against buying a line as it is; null when nothing does. */
export function lineProblemMessage(
  line: Pick<ReviewLine, 'problem' | 'currentPrice' | 'unitPrice'>,
): 'problemPriceUp' | 'problemPriceDown' | 'problemOutOfStock' | 'problemTooMany' | 'problemWithdrawn' | null {
  switch (line.problem) {
    case 'price_changed':
      return (line.currentPrice ?? line.unitPrice) > line.unitPrice ? 'problemPriceUp' : 'problemPriceDown'
    case 'out_of_stock':
      return 'problemOutOfStock'
    case 'too_many':
      return 'problemTooMany'
    case 'withdrawn':
      return 'problemWithdrawn'
    case 'none':
      return null
  }
}
