import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import type { VnpayTerminal } from '../env'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type LockedGroup, lockGroup } from '../order-groups/settle-group'
import { fromVnpayMoment, toVnpayMoment } from '../vnpay/moment'
import { payUrl } from '../vnpay/pay-url'
import { amountDue } from './amount-due'

/** How long the gateway's page takes a payment, and how long a second click is the same wish. */
const LIFE_MS = 15 * 60_000
const SAME_WISH_SECONDS = 10

export interface AttemptWish {
  groupId: string
  clientIp: string
  /** Where the buyer comes back to. */
  returnUrl: string
  locale: 'vn' | 'en'
}

/** A try that the buyer may now pay. */
export interface StartedAttempt {
  reference: string
  redirectUrl: string
  /** UTC, ISO 8601. */
  expiresAt: string
}

interface OpenRow {
  reference: string
  amount: string | number
  expires_at: Date
  data: { clientIp?: string; createDate: string; returnUrl: string; locale: 'vn' | 'en' }
}

/**
 * Starts a try at paying a group through VNPay under a reference of its own; the try before it is superseded, and a success on that
 * one still counts as money. The same wish within seconds gets the same try.
 * Throws ApiError 404 for an unknown group, 409 `payment_method_off` for one that is paid in another way, and 409
 * `payment_not_awaited` unless the group awaits payment.
 */
export async function startAttempt(
  container: MedusaContainer,
  terminal: VnpayTerminal,
  wish: AttemptWish,
): Promise<StartedAttempt> {
  return await inTransaction(container, async (sql) => {
    const now = new Date()
    const group = await lockGroup(sql, wish.groupId)
    if (!group) throw new ApiError(404, 'not_found')
    if (group.method !== 'vnpay') throw new ApiError(409, 'payment_method_off')
    const expiresAt = group.expiresAt ?? now
    if (group.state !== 'awaiting_payment' || expiresAt <= now) throw new ApiError(409, 'payment_not_awaited')
    const same = await findSameWish(sql, wish, amountDue(group))
    const attempt = same ?? (await newAttempt(sql, group, wish, now, expiresAt))
    return {
      reference: attempt.reference,
      redirectUrl: addressOf(terminal, group, attempt),
      expiresAt: new Date(attempt.expires_at).toISOString(),
    }
  })
}

async function findSameWish(sql: Sql, wish: AttemptWish, amount: number): Promise<OpenRow | undefined> {
  const [open] = await sql.query<OpenRow>(
    `SELECT reference, amount, expires_at, data FROM payment_attempt
     WHERE group_id = ? AND method = 'vnpay' AND state = 'open' AND created_at > now() - make_interval(secs => ?)
       AND data->>'clientIp' = ? AND data->>'returnUrl' = ? AND data->>'locale' = ? AND amount = ?`,
    [wish.groupId, SAME_WISH_SECONDS, wish.clientIp, wish.returnUrl, wish.locale, amount],
  )
  return open
}

async function newAttempt(
  sql: Sql,
  group: LockedGroup,
  wish: AttemptWish,
  now: Date,
  groupEnd: Date,
): Promise<OpenRow> {
  await sql.query(
    `UPDATE payment_attempt SET state = 'superseded', updated_at = now() WHERE group_id = ? AND state = 'open'`,
    [group.id],
  )
  const attempt: OpenRow = {
    reference: `${group.displayNo.replace(/[^A-Za-z0-9]/g, '')}${randomBytes(5).toString('hex').toUpperCase()}`,
    amount: amountDue(group),
    expires_at: new Date(Math.min(now.getTime() + LIFE_MS, new Date(groupEnd).getTime())),
    data: {
      clientIp: wish.clientIp,
      createDate: toVnpayMoment(now),
      returnUrl: wish.returnUrl,
      locale: wish.locale,
    },
  }
  await sql.query(
    `INSERT INTO payment_attempt (id, group_id, method, reference, amount, expires_at, next_query_at, data)
     VALUES (?, ?, 'vnpay', ?, ?, ?, now() + interval '1 minute', ?::jsonb)`,
    [
      generateEntityId(undefined, 'patt'),
      group.id,
      attempt.reference,
      attempt.amount,
      attempt.expires_at.toISOString(),
      JSON.stringify(attempt.data),
    ],
  )
  return attempt
}

function addressOf(
  terminal: VnpayTerminal,
  group: LockedGroup,
  { reference, amount, expires_at, data }: OpenRow,
): string {
  return payUrl(terminal, {
    reference,
    amount: toDong(amount),
    orderInfo: `Thanh toan don hang ${group.displayNo.replace(/[^A-Za-z0-9]/g, '')}`,
    returnUrl: data.returnUrl,
    clientIp: data.clientIp ?? '127.0.0.1',
    createdAt: fromVnpayMoment(data.createDate) ?? new Date(),
    expiresAt: new Date(expires_at),
    locale: data.locale,
  })
}
