import { model } from '@medusajs/framework/utils'
import { GROUP_STATES, PAYMENT_METHODS } from '../states'

/** Đơn tổng: what one cart became. Amounts are whole đồng in a `bigint` column: read them with `toDong`. */
export const OrderGroup = model
  .define('OrderGroup', {
    id: model.id({ prefix: 'ogrp' }).primaryKey(),
    /** `SL-2611-0001AB`: people read it aloud. */
    display_no: model.text(),
    /** Unique for ever: a cart becomes one group or none. */
    cart_id: model.text(),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    phone: model.text(),
    /** Keyed hash of the phone number: promotions count uses by it. */
    buyer_hash: model.text(),
    method: model.enum([...PAYMENT_METHODS]),
    state: model.enum([...GROUP_STATES]),
    total: model.number(),
    paid_at: model.dateTime().nullable(),
    /** The last moment to pay; null when nothing is awaited. */
    expires_at: model.dateTime().nullable(),
    placed_at: model.dateTime(),
    /** When it expired or was canceled. */
    closed_at: model.dateTime().nullable(),
    /** Medusa's orders, named before they are made, so that a half-made group can be taken back. */
    order_ids: model.array(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_order_group_customer', on: ['customer_id', 'placed_at'], where: 'customer_id IS NOT NULL' },
    { name: 'IDX_order_group_expires', on: ['expires_at'], where: "state = 'awaiting_payment'" },
  ])
