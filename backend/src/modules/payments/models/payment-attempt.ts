import { model } from '@medusajs/framework/utils'
import { ATTEMPT_STATES, PREPAID_METHODS } from '../kinds'

/** One try at paying an order group, under a reference that no other try has. */
export const PaymentAttempt = model
  .define('PaymentAttempt', {
    id: model.id({ prefix: 'patt' }).primaryKey(),
    group_id: model.text(),
    method: model.enum([...PREPAID_METHODS]),
    /** The gateway's TxnRef, or the content code of a transfer. */
    reference: model.text(),
    amount: model.bigNumber(),
    state: model.enum([...ATTEMPT_STATES]).default('open'),
    expires_at: model.dateTime(),
    /** What the gateway said last, e.g. 24. */
    response_code: model.text().nullable(),
    /** When the gateway is asked next; null when nothing more is to be learnt. */
    next_query_at: model.dateTime().nullable(),
    queries: model.number().default(0),
    data: model.json(),
  })
  .indexes([
    { name: 'IDX_payment_attempt_reference_unique', on: ['reference'], unique: true },
    { name: 'IDX_payment_attempt_group', on: ['group_id'] },
    { name: 'IDX_payment_attempt_query', on: ['next_query_at'], where: 'next_query_at IS NOT NULL' },
  ])
