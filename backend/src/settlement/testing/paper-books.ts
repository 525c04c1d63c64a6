import type { Account, AssetAccount } from '../../modules/settlement/kinds'
import { type LineTerms, NOTHING_REFUNDED, type Refunded } from '../line-terms'
import type { Payee } from '../payee'
import type { EntryDraft } from '../post'
import { collectedEntries, earnedEntries } from '../postings/earned'
import { linePosition } from '../postings/line-position'
import { payoutConfirmedEntries, payoutReversedEntries, payoutSentEntries } from '../postings/paid-out'
import { freightEntries, paidEntries, unappliedEntries } from '../postings/received'
import {
  type RefundedLine,
  refundAskedEntries,
  refundDoneEntries,
  refundRefusedEntries,
  unappliedRefundEntries,
} from '../postings/refunded'
import { type RefundLine, type RefundShare, shareRefund } from '../share-refund'

const AT = new Date('2026-11-20T03:00:00Z')

/** The ledger on paper: what src/settlement does with SQL, over the same pure postings, so that thousands of histories take seconds. */
export class PaperBooks {
  readonly entries = new Map<string, EntryDraft>()
  readonly earned = new Set<string>()
  readonly shares = new Map<
    string,
    { orderId: string | null; amount: number; shares: RefundShare[]; state: 'open' | 'done' | 'refused' }
  >()
  private readonly balances = new Map<string, number>()

  constructor(private readonly terms: readonly LineTerms[]) {}

  linesOf(orderId: string): LineTerms[] {
    return this.terms.filter((line) => line.orderId === orderId)
  }

  held(account: Account): number {
    return this.balances.get(account) ?? 0
  }

  accounts(): [string, number][] {
    return [...this.balances]
  }

  refunded(lineId: string): Refunded {
    return [...this.shares.values()]
      .filter(({ state }) => state !== 'refused')
      .flatMap(({ shares }) => shares)
      .filter((share) => share.lineId === lineId)
      .reduce(
        (sum, { quantity, amount }) => ({ quantity: sum.quantity + quantity, amount: sum.amount + amount }),
        NOTHING_REFUNDED,
      )
  }

  left(orderId: string): number {
    return this.states(orderId).reduce((sum, { terms, refunded }) => sum + terms.paid - refunded.amount, 0)
  }

  states(orderId: string) {
    return this.linesOf(orderId).map((terms) => ({ terms, refunded: this.refunded(terms.lineId) }))
  }

  pay(receiptId: string, groupId: string, orders: { orderId: string; producerId: string; total: number }[]): void {
    this.post(paidEntries({ receiptId, groupId, asset: 'gateway:vnpay', at: AT, orders }))
  }

  unapplied(receiptId: string, groupId: string, amount: number): void {
    this.post(unappliedEntries({ receiptId, groupId, asset: 'gateway:vnpay', amount, at: AT }))
    const refundId = `refund_${receiptId}`
    this.post(unappliedRefundEntries({ refundId, groupId, receiptId, amount, at: AT }))
    this.shares.set(refundId, { orderId: null, amount, shares: [], state: 'open' })
  }

  earn(orderId: string, collectedBy?: AssetAccount): void {
    if (this.earned.has(orderId)) return
    const states = this.states(orderId)
    if (collectedBy !== undefined) this.post(collectedEntries(orderId, states, collectedBy, AT))
    this.post(earnedEntries(states, AT))
    this.earned.add(orderId)
  }

  ask(refundId: string, orderId: string, amount: number | undefined, lines?: RefundLine[]): number {
    const shares = shareRefund(this.states(orderId), lines, amount)
    this.shares.set(refundId, {
      orderId,
      amount: shares.reduce((sum, share) => sum + share.amount, 0),
      shares,
      state: 'open',
    })
    this.post(refundAskedEntries(refundId, this.refundedLines(orderId, shares), this.earned.has(orderId), AT))
    return shares.reduce((sum, share) => sum + share.amount, 0)
  }

  done(refundId: string, groupId: string, asset: AssetAccount): void {
    const refund = this.shares.get(refundId)
    if (!refund) throw new Error(refundId)
    refund.state = 'done'
    if (refund.amount === 0) return
    const { orderId, amount } = refund
    this.post(refundDoneEntries({ refundId, groupId, orderId, producerId: null, asset, amount, at: AT }))
  }

  refuse(refundId: string): void {
    const refund = this.shares.get(refundId)
    if (!refund?.orderId) throw new Error(refundId)
    refund.state = 'refused'
    const { orderId, shares } = refund
    this.post(refundRefusedEntries(refundId, this.refundedLines(orderId, shares), this.earned.has(orderId), AT))
  }

  payout(payoutId: string, payee: Payee, amount: number): void {
    this.post(payoutSentEntries({ payoutId, payee, amount, at: AT }))
  }

  confirm(payoutId: string, payee: Payee, amount: number): void {
    this.post(payoutConfirmedEntries({ payoutId, payee, amount, at: AT }))
  }

  reverse(payoutId: string, payee: Payee, amount: number, confirmed: boolean): void {
    this.post(payoutReversedEntries({ payoutId, payee, amount, at: AT }, confirmed))
  }

  freight(chargeId: string, producerId: string, amount: number): void {
    this.post(freightEntries({ chargeId, carrier: 'carrier:ghn', amount, producerId, at: AT }))
  }

  /** What the ledger says of a line's components. */
  onBooks(terms: LineTerms): Map<string, number> {
    const sums = new Map<string, number>()
    const forward = new Map(linePosition(terms, NOTHING_REFUNDED).map(({ component, debit }) => [component, debit]))
    for (const entry of this.entries.values()) {
      const component = entry.memo?.component
      if (entry.lineId !== terms.lineId || typeof component !== 'string' || !forward.has(component)) continue
      sums.set(component, (sums.get(component) ?? 0) + (forward.get(component) === entry.debit ? 1 : -1) * entry.amount)
    }
    return sums
  }

  private refundedLines(orderId: string, shares: RefundShare[]): RefundedLine[] {
    return shares.flatMap((share) =>
      this.states(orderId)
        .filter(({ terms }) => terms.lineId === share.lineId)
        .map((state) => ({ ...state, share, onBooks: this.onBooks(state.terms) })),
    )
  }

  private post(entries: readonly EntryDraft[]): void {
    for (const entry of entries) {
      const isSound = Number.isSafeInteger(entry.amount) && entry.amount > 0 && entry.debit !== entry.credit
      if (!isSound || this.entries.has(entry.key)) throw new Error(`Not an entry: ${JSON.stringify(entry)}`)
      this.entries.set(entry.key, entry)
      this.balances.set(entry.credit, this.held(entry.credit) + entry.amount)
      this.balances.set(entry.debit, this.held(entry.debit) - entry.amount)
    }
  }
}
