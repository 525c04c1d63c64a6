import { MedusaError } from '@medusajs/framework/utils'
import { splitDong } from '../money/split-dong'
import type { LineTerms, Refunded } from './line-terms'

/** What is asked back of one line: units at the price that was paid, or `amount` đồng instead. */
export interface RefundLine {
  /** Null, or `freightLine(orderId)`, for the delivery of the order. */
  lineId: string | null
  quantity: number
  amount?: number
}

/** A line's part of a refund, whole đồng from 0. */
export interface RefundShare {
  lineId: string
  quantity: number
  amount: number
}

type Line = { terms: Pick<LineTerms, 'lineId' | 'kind' | 'paid' | 'quantity'>; refunded: Refunded }

/**
 * Says which line of an order bears what of a refund. In: the order's lines with what was given back before; the lines asked for, or
 * an amount alone, which is split over what is left of every line.
 * Out: shares that add up to `amount` when that is given. Units of a line are worth the same to one đồng (the first the more) and add
 * up to what was paid. Throws INVALID_DATA for an unknown line, more units or đồng than are left, or shares that are not the amount.
 */
export function shareRefund(
  lines: readonly Line[],
  asked: readonly RefundLine[] | undefined,
  amount?: number,
): RefundShare[] {
  const shares = asked === undefined ? shareAmount(lines, amount ?? 0) : asked.map((each) => shareOf(lines, each))
  const sum = shares.reduce((all, share) => all + share.amount, 0)
  if (new Set(shares.map(({ lineId }) => lineId)).size !== shares.length) throw refused('A line is named twice.')
  if (amount !== undefined && sum !== amount) throw refused(`The lines come to ${sum} đồng, not ${amount}.`)
  return shares
}

function shareOf(lines: readonly Line[], asked: RefundLine): RefundShare {
  const line = lines.find(({ terms }) =>
    asked.lineId === null ? terms.kind === 'freight' : terms.lineId === asked.lineId,
  )
  if (!line) throw refused(`The order has no line ${asked.lineId ?? 'of freight'}.`)
  const { terms, refunded } = line
  const { lineId } = terms
  // A part of the delivery fee is a price reduction, however the asker counts it.
  const partOfFee =
    terms.kind === 'freight' && asked.amount !== undefined && asked.amount < terms.paid - refunded.amount
  const { amount, quantity } = partOfFee ? { ...asked, quantity: 0 } : asked
  if (!Number.isSafeInteger(quantity) || quantity < 0 || refunded.quantity + quantity > terms.quantity) {
    throw refused(`Of line ${lineId} only ${terms.quantity - refunded.quantity} units are left.`)
  }
  const left = terms.paid - refunded.amount
  const last = refunded.quantity + quantity === terms.quantity
  const worth = last && quantity > 0 ? left : Math.min(left, unitsWorth(terms, refunded.quantity, quantity))
  const share = { lineId, quantity, amount: amount ?? worth }
  if (!Number.isSafeInteger(share.amount) || share.amount < 0 || share.amount > left) {
    throw refused(`Of line ${lineId} only ${left} đồng are left.`)
  }
  if (share.amount === 0 && quantity === 0) throw refused(`Nothing is asked back of line ${lineId}.`)
  return share
}

function unitsWorth({ paid, quantity }: Line['terms'], before: number, units: number): number {
  const upTo = (count: number) => Math.floor(paid / quantity) * count + Math.min(count, paid % quantity)
  return upTo(before + units) - upTo(before)
}

function shareAmount(lines: readonly Line[], amount: number): RefundShare[] {
  const left = lines.map(({ terms, refunded }) => terms.paid - refunded.amount)
  const all = left.reduce((sum, each) => sum + each, 0)
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > all) {
    throw refused(`Only ${all} đồng of the order are left, not ${amount}.`)
  }
  const parts = splitDong(amount, left)
  return lines.flatMap(({ terms, refunded }, index) => {
    const quantity = amount === all ? terms.quantity - refunded.quantity : 0
    const part = parts[index] ?? 0
    return part > 0 || quantity > 0 ? [{ lineId: terms.lineId, quantity, amount: part }] : []
  })
}

function refused(why: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, why)
}
