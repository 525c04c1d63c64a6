import type { CartReview, ReviewLine } from './cart-types.ts'

/**
 * What a line adds to the cart's sums, in đồng: the price it was put in for, until the buyer accepts another. A changed
 * price is said beside it (`lineProblemMessage`), so that lines and sums always agree.
 */
export function lineTotal(line: Pick<ReviewLine, 'quantity' | 'unitPrice'>): number {
  return line.quantity * line.unitPrice
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
