import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction } from '../money/in-transaction'
import {
  CART_KEPT_DAYS,
  COMPLAINT_KEPT_DAYS,
  ORDER_KEPT_DAYS,
  REFUND_ACCOUNT_KEPT_DAYS,
  STAY_KEPT_DAYS,
} from './kept-days'

const EMPTY_ADDRESS =
  'first_name = NULL, last_name = NULL, phone = NULL, address_1 = NULL, address_2 = NULL, company = NULL, metadata = NULL, updated_at = now()'

/** One statement a table, with the days after which it applies. Each finds only rows that still say something. */
const ERASURES: readonly { table: string; days: number; text: string }[] = [
  {
    table: 'order_address',
    days: ORDER_KEPT_DAYS,
    text: `UPDATE order_address SET ${EMPTY_ADDRESS} WHERE phone IS NOT NULL AND id IN (
      SELECT shipping_address_id FROM "order" WHERE created_at < ?::timestamptz
      UNION SELECT billing_address_id FROM "order" WHERE created_at < ?::timestamptz)`,
  },
  {
    table: 'fulfillment_address',
    days: ORDER_KEPT_DAYS,
    text: `UPDATE fulfillment_address SET ${EMPTY_ADDRESS} WHERE phone IS NOT NULL AND created_at < ?::timestamptz`,
  },
  {
    table: 'order',
    days: ORDER_KEPT_DAYS,
    text: 'UPDATE "order" SET email = NULL WHERE email IS NOT NULL AND created_at < ?::timestamptz',
  },
  {
    table: 'order_group',
    days: ORDER_KEPT_DAYS,
    text: `UPDATE order_group SET email = NULL, phone = '', customer_id = NULL WHERE phone <> '' AND placed_at < ?::timestamptz`,
  },
  {
    table: 'refund_account',
    days: REFUND_ACCOUNT_KEPT_DAYS,
    text: `UPDATE refund_account SET sealed = NULL, hint = '', erased_at = now(), updated_at = now()
      WHERE erased_at IS NULL AND refund_id IN (SELECT id FROM payment_refund WHERE state = 'done' AND done_at < ?::timestamptz)`,
  },
  {
    table: 'order_message',
    days: ORDER_KEPT_DAYS,
    text: `UPDATE order_message SET body = NULL, erased_at = now(), updated_at = now() WHERE body IS NOT NULL AND written_at < ?::timestamptz`,
  },
  {
    table: 'complaint',
    days: COMPLAINT_KEPT_DAYS,
    text: `UPDATE complaint SET name = NULL, contact = NULL, message = NULL, about = NULL, customer_id = NULL, erased_at = now()
      WHERE erased_at IS NULL AND created_at < ?::timestamptz`,
  },
  {
    table: 'stay_enquiry',
    days: STAY_KEPT_DAYS,
    text: `UPDATE stay_enquiry SET name = NULL, phone = NULL, email = NULL, note = NULL, words = NULL, decline_reason = NULL, erased_at = now(), updated_at = now()
      WHERE erased_at IS NULL AND to_day < (?::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text`,
  },
  {
    table: 'cart_address',
    days: CART_KEPT_DAYS,
    text: `UPDATE cart_address SET ${EMPTY_ADDRESS} WHERE phone IS NOT NULL AND id IN (
      SELECT shipping_address_id FROM cart WHERE completed_at IS NULL AND updated_at < ?::timestamptz
      UNION SELECT billing_address_id FROM cart WHERE completed_at IS NULL AND updated_at < ?::timestamptz)`,
  },
  {
    table: 'cart',
    days: CART_KEPT_DAYS,
    text: 'UPDATE cart SET email = NULL WHERE email IS NOT NULL AND completed_at IS NULL AND updated_at < ?::timestamptz',
  },
  {
    table: 'customer_consent',
    days: ORDER_KEPT_DAYS,
    text: `DELETE FROM customer_consent WHERE at < ?::timestamptz AND (subject_type = 'cart'
      OR NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = customer_consent.subject_id AND customer.deleted_at IS NULL))`,
  },
  {
    table: 'password_reset',
    days: 1,
    text: 'DELETE FROM password_reset WHERE expires_at < ?::timestamptz',
  },
  {
    table: 'member_password_reset',
    days: 1,
    text: 'DELETE FROM member_password_reset WHERE expires_at < ?::timestamptz',
  },
]

/** Erases what has been kept as long as `RETENTION` says. In: the moment of the run. Out: rows by table, where there were any. */
export async function eraseOldData(container: MedusaContainer, now: Date): Promise<Record<string, number>> {
  return inTransaction(container, async (sql) => {
    const erased: Record<string, number> = {}
    for (const { table, days, text } of ERASURES) {
      const before = new Date(now.getTime() - days * 86_400_000).toISOString()
      const values = [...text.matchAll(/\?/g)].map(() => before)
      const rows = await sql.query(`${text} RETURNING 1`, values)
      if (rows.length > 0) erased[table] = rows.length
    }
    return erased
  })
}
