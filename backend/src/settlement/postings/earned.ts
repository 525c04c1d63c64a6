import type { AssetAccount } from '../../modules/settlement/kinds'
import type { LineTerms, Refunded } from '../line-terms'
import type { EntryDraft } from '../post'
import { linePosition, type Owed } from './line-position'

/** A line with what was given back of it before now. */
export interface LineState {
  terms: LineTerms
  refunded: Refunded
}

/** Cash taken at the door or the counter for an order nobody had paid: the asset, against the order's advance. */
export function collectedEntries(
  orderId: string,
  lines: readonly LineState[],
  by: AssetAccount,
  at: Date,
): EntryDraft[] {
  const amount = lines.reduce((sum, { terms, refunded }) => sum + terms.paid - refunded.amount, 0)
  const first = lines[0]?.terms
  if (amount === 0 || !first) return []
  const { groupId, producerId } = first
  const key = `collected:${orderId}`
  return [{ key, kind: 'collected', debit: by, credit: `advance:${orderId}`, amount, at, groupId, orderId, producerId }]
}

/** A delivered order: its advance becomes the seller's, with what others bear and what the seller owes, line by line. */
export function earnedEntries(lines: readonly LineState[], at: Date): EntryDraft[] {
  return lines.flatMap(({ terms, refunded }) => {
    const sale = terms.paid - refunded.amount
    const entries: EntryDraft[] = []
    if (sale > 0) {
      entries.push({
        ...aboutLine(terms),
        key: `earned:${terms.lineId}:sale`,
        kind: 'earned',
        debit: `advance:${terms.orderId}`,
        credit: `seller:${terms.producerId}`,
        amount: sale,
        at,
        memo: { component: 'sale' },
      })
    }
    return [...entries, ...movedEntries(terms, linePosition(terms, refunded), new Map(), `earned:${terms.lineId}`, at)]
  })
}

/**
 * Entries that take a line's components from what the ledger says to what it must say. In: amounts on the books by component.
 * A component that shrank goes back the way it came.
 */
export function movedEntries(
  terms: LineTerms,
  target: readonly Owed[],
  onBooks: ReadonlyMap<string, number>,
  keyPrefix: string,
  at: Date,
  refundId?: string,
): EntryDraft[] {
  return target.flatMap(({ component, debit, credit, amount }) => {
    const change = amount - (onBooks.get(component) ?? 0)
    if (change === 0) return []
    return [
      {
        ...aboutLine(terms),
        ...(refundId === undefined ? {} : { refundId }),
        key: `${keyPrefix}:${component}`,
        kind: 'terms' as const,
        debit: change > 0 ? debit : credit,
        credit: change > 0 ? credit : debit,
        amount: Math.abs(change),
        at,
        memo: { component },
      },
    ]
  })
}

/** What every entry of a line names. */
export function aboutLine({ groupId, orderId, lineId, producerId, centreId }: LineTerms) {
  return { groupId, orderId, lineId, producerId, centreId }
}
