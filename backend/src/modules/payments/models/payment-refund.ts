import { model } from '@medusajs/framework/utils'
import { REFUND_STATES } from '../kinds'

/** Money that goes back to a buyer. */
export const PaymentRefund = model
  .define('PaymentRefund', {
    id: model.id({ prefix: 'pref' }).primaryKey(),
    /** What asked for it; the same key asks once. */
    key: model.text(),
    group_id: model.text(),
    order_id: model.text().nullable(),
    /** The money it is a part of; null when it never passed through us (cash on delivery). */
    receipt_id: model.text().nullable(),
    amount: model.bigNumber(),
    reason: model.text(),
    state: model.enum([...REFUND_STATES]).default('asked'),
    /** Our number for the gateway, kept before the first call; every further call repeats it. */
    request_id: model.text().nullable(),
    /** `yyyyMMddHHmmss` at +07 of that request. */
    request_date: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime().nullable(),
    response_code: model.text().nullable(),
    /** Why a person must look; null when nobody must. */
    alert: model.text().nullable(),
    /** The bank's or gateway's number of the money that left, and the operator who entered it. */
    paid_reference: model.text().nullable(),
    confirmed_by: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
    lines: model.json().nullable(),
  })
  .indexes([
    { name: 'IDX_payment_refund_key_unique', on: ['key'], unique: true },
    { name: 'IDX_payment_refund_group', on: ['group_id'] },
    { name: 'IDX_payment_refund_order', on: ['order_id'] },
    { name: 'IDX_payment_refund_request_unique', on: ['request_id'], unique: true, where: 'request_id IS NOT NULL' },
    { name: 'IDX_payment_refund_sent_unique', on: ['receipt_id'], unique: true, where: "state = 'sent'" },
    { name: 'IDX_payment_refund_due', on: ['next_attempt_at'], where: 'next_attempt_at IS NOT NULL' },
  ])
