/** What a notice or an answer of the gateway says became of a payment. */
export type PaymentState =
  | 'paid'
  /** Not paid yet; nothing is decided. */
  | 'pending'
  | 'failed'
  /** Debited, and held by the gateway for suspicion of fraud. */
  | 'suspected'
  /** Debited at the bank, not done at the gateway: the two must be reconciled. */
  | 'reversed'

/** A payment whose gateway is asked. */
export interface AskedPayment {
  reference: string
  /** `yyyyMMddHHmmss` at +07, as in the pay URL. */
  createDate: string
}

/** What a gateway answers about a transaction. Only an answer whose signature is right says anything. */
export type QueryAnswer =
  | {
      kind: 'payment'
      state: PaymentState
      /** Whole đồng; null when the answer holds none. */
      amount: number | null
      transactionNo: string | null
      paidAt: Date | null
      code: string
      content: Readonly<Record<string, string>>
    }
  | {
      /** The latest thing done to the transaction is a refund. */
      kind: 'refund'
      state: 'pending' | 'done' | 'refused'
      amount: number | null
      code: string
      content: Readonly<Record<string, string>>
    }
  /** The gateway has no such transaction: nobody came to pay. */
  | { kind: 'not_found'; content: Readonly<Record<string, string>> }
  /** No answer, one without a right signature, or one that decides nothing: the world is as it was. */
  | { kind: 'silent'; reason: string }

/** A refund to send. */
export interface RefundOrder {
  /** Our number, the same at every try. */
  requestId: string
  /** `yyyyMMddHHmmss` at +07 of the first try. */
  requestDate: string
  reference: string
  createDate: string
  transactionNo: string
  /** Whole đồng. */
  amount: number
  full: boolean
  /** Who asked for it, in letters and digits. */
  by: string
}

export type RefundAnswer =
  /** Taken, or taken before (94): from here on it is polled. */
  | { kind: 'taken'; code: string; content: Readonly<Record<string, string>> }
  | { kind: 'refused'; code: string; content: Readonly<Record<string, string>> }
  /** Busy or out of order; to be tried again under the same number. */
  | { kind: 'later'; code: string; content: Readonly<Record<string, string>> }
  | { kind: 'silent'; reason: string }

/** What the shop needs of a payment gateway once a buyer has been sent there. */
export interface PaymentGateway {
  query(payment: AskedPayment): Promise<QueryAnswer>
  refund(order: RefundOrder): Promise<RefundAnswer>
}
