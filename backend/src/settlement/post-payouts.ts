import type { Sql } from '../money/in-transaction'
import { post } from './post'
import {
  type PayoutPosting,
  payoutConfirmedEntries,
  payoutReversedEntries,
  payoutSentEntries,
} from './postings/paid-out'

/** Posts that the bank was told to pay a producer. In: the transaction that moves the payout. Posting it again changes nothing. */
export async function postPayoutSent(sql: Sql, payout: PayoutPosting): Promise<void> {
  await post(sql, payoutSentEntries(payout))
}

/** Posts that the bank has paid. */
export async function postPayoutConfirmed(sql: Sql, payout: PayoutPosting): Promise<void> {
  await post(sql, payoutConfirmedEntries(payout))
}

/** Posts that a transfer failed, or (`confirmed`) came back after the bank had paid. */
export async function postPayoutReversed(sql: Sql, payout: PayoutPosting, confirmed: boolean): Promise<void> {
  await post(sql, payoutReversedEntries(payout, confirmed))
}
