import type { Account } from '../../modules/settlement/kinds'
import { type LineTerms, leftOf, type Refunded } from '../line-terms'

/** One of the amounts that a delivered line owes beside the sale itself, with the way its money goes. */
export interface Owed {
  /** `platform_discount`, `centre_discount`, `commission:<rule>` or `tax:<tax>`. */
  component: string
  debit: Account
  credit: Account
  /** Whole đồng from 0. */
  amount: number
}

/**
 * What the ledger must say of a delivered line, the sale apart: who makes up for which discount, and what the seller owes.
 * In: the frozen terms and what was given back of the line. Out: every component, also those that come to 0.
 */
export function linePosition(terms: LineTerms, refunded: Refunded): Owed[] {
  const seller: Account = `seller:${terms.producerId}`
  const centre: Account = `centre:${terms.centreId ?? 'none'}`
  const left = (amount: number) => leftOf(amount, terms, refunded)
  return [
    { component: 'platform_discount', debit: 'cost:promotion', credit: seller, amount: left(terms.platformDiscount) },
    { component: 'centre_discount', debit: centre, credit: seller, amount: left(terms.centreDiscount) },
    ...terms.commissions.map(
      ({ ruleId, payee, amount }): Owed => ({
        component: `commission:${ruleId}`,
        debit: seller,
        credit: payee === 'centre' ? centre : 'income:commission',
        amount: left(amount),
      }),
    ),
    ...terms.taxes.map(
      ({ tax, amount }): Owed => ({
        component: `tax:${tax}`,
        debit: seller,
        credit: `tax:${tax}`,
        amount: left(amount),
      }),
    ),
  ]
}
