import { aboutPayee, accountOf, type Payee } from '../payee'
import type { EntryDraft } from '../post'

export interface PayoutPosting {
  payoutId: string
  payee: Payee
  amount: number
  at: Date
}

/** The bank was told to pay: the payee's balance is on its way. */
export function payoutSentEntries({ payoutId, payee, amount, at }: PayoutPosting): EntryDraft[] {
  const about = { amount, at, payoutId, ...aboutPayee(payee) }
  const key = `payout_sent:${payoutId}`
  return [{ ...about, key, kind: 'payout_sent', debit: accountOf(payee), credit: `transit:${payoutId}` }]
}

/** The bank has paid. */
export function payoutConfirmedEntries({ payoutId, payee, amount, at }: PayoutPosting): EntryDraft[] {
  const about = { amount, at, payoutId, ...aboutPayee(payee) }
  const key = `payout_confirmed:${payoutId}`
  return [{ ...about, key, kind: 'payout_confirmed', debit: `transit:${payoutId}`, credit: 'bank:main' }]
}

/** The transfer did not go through, or came back after the bank had paid: the balance is the payee's again. */
export function payoutReversedEntries(posting: PayoutPosting, confirmed: boolean): EntryDraft[] {
  const { payoutId, payee, amount, at } = posting
  const about = { kind: 'payout_reversed' as const, amount, at, payoutId, ...aboutPayee(payee) }
  const back: EntryDraft = {
    ...about,
    key: `payout_reversed:${payoutId}`,
    debit: `transit:${payoutId}`,
    credit: accountOf(payee),
  }
  if (!confirmed) return [back]
  const returned: EntryDraft = {
    ...about,
    key: `payout_returned:${payoutId}`,
    debit: 'bank:main',
    credit: `transit:${payoutId}`,
  }
  return [returned, back]
}
