import type { Account, AssetAccount } from '../../modules/settlement/kinds'
import type { EntryDraft } from '../post'
import type { RefundShare } from '../share-refund'
import { aboutLine, type LineState, movedEntries } from './earned'
import { linePosition } from './line-position'

/** A line of a refund: its state once the refund counts, its part of the money, and its components on the books. */
export interface RefundedLine extends LineState {
  share: RefundShare
  onBooks: ReadonlyMap<string, number>
}

/**
 * A buyer's claim on an order. Before delivery the order's advance owes it; after delivery the seller does, and the line's terms are
 * reversed in proportion.
 */
export function refundAskedEntries(
  refundId: string,
  lines: readonly RefundedLine[],
  earned: boolean,
  at: Date,
): EntryDraft[] {
  return lines.flatMap((line) => [
    ...claimEntries(`refund:${refundId}`, 'refund_asked', refundId, line, earned, at),
    ...(earned ? reversed(`refund:${refundId}`, refundId, line, at) : []),
  ])
}

/** A claim that nobody could pay out: back to the seller when the order is delivered by now, else to the order's advance. */
export function refundRefusedEntries(
  refundId: string,
  lines: readonly RefundedLine[],
  earned: boolean,
  at: Date,
): EntryDraft[] {
  return lines.flatMap((line) => [
    ...claimEntries(`refund_refused:${refundId}`, 'refund_refused', refundId, line, earned, at),
    ...(earned ? reversed(`refund_refused:${refundId}`, refundId, line, at) : []),
  ])
}

/** A claim on money that was never applied to an order. */
export function unappliedRefundEntries(refund: {
  refundId: string
  groupId: string
  receiptId: string | null
  amount: number
  at: Date
}): EntryDraft[] {
  const { refundId, groupId, receiptId, amount, at } = refund
  return [
    {
      key: `refund:${refundId}:unapplied`,
      kind: 'refund_asked',
      debit: `unapplied:${groupId}`,
      credit: `claim:${refundId}`,
      amount,
      at,
      groupId,
      refundId,
      receiptId,
    },
  ]
}

/** The money left: the claim is settled from where it lay. */
export function refundDoneEntries(refund: {
  refundId: string
  groupId: string
  orderId: string | null
  producerId: string | null
  asset: AssetAccount
  amount: number
  at: Date
}): EntryDraft[] {
  const { refundId, groupId, orderId, producerId, asset, amount, at } = refund
  return [
    {
      key: `refund_done:${refundId}`,
      kind: 'refund_done',
      debit: `claim:${refundId}`,
      credit: asset,
      amount,
      at,
      groupId,
      orderId,
      producerId,
      refundId,
    },
  ]
}

function claimEntries(
  keyPrefix: string,
  kind: 'refund_asked' | 'refund_refused',
  refundId: string,
  { terms, share }: RefundedLine,
  earned: boolean,
  at: Date,
): EntryDraft[] {
  if (share.amount === 0) return []
  const owed: Account = earned ? `seller:${terms.producerId}` : `advance:${terms.orderId}`
  const claim: Account = `claim:${refundId}`
  const [debit, credit] = kind === 'refund_asked' ? [owed, claim] : [claim, owed]
  return [
    {
      ...aboutLine(terms),
      key: `${keyPrefix}:${terms.lineId}`,
      kind,
      debit,
      credit,
      amount: share.amount,
      at,
      refundId,
      memo: { component: 'refund', quantity: share.quantity },
    },
  ]
}

function reversed(
  keyPrefix: string,
  refundId: string,
  { terms, refunded, onBooks }: RefundedLine,
  at: Date,
): EntryDraft[] {
  return movedEntries(terms, linePosition(terms, refunded), onBooks, `${keyPrefix}:${terms.lineId}`, at, refundId)
}
