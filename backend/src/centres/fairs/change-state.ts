import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { recordAuditIn } from '../../officials/record-audit'
import type { AtCentre } from '../at-centre'
import { boothsOf } from './booth-standing'
import { type FairState, isLeft, mayBecome } from './fair-rules'
import { type FairRow, lockFair } from './lock-fair'

/** Opens a fair: its booths are shops that sell. Throws ApiError 404, 409 `fair_state`, `fair_no_booth`, `fair_past`. */
export async function openFair(container: MedusaContainer, at: AtCentre, fairId: string): Promise<void> {
  await change(container, at, fairId, 'open', async (sql, fair) => {
    if (fair.last_day < vietnamDay(new Date())) throw new ApiError(409, 'fair_past')
    const booths = await sql.query('SELECT 1 FROM fair_booth WHERE fair_id = ? LIMIT 1', [fairId])
    if (booths.length === 0) throw new ApiError(409, 'fair_no_booth')
    await setShops(sql, fairId, 'operating')
  })
}

/**
 * Closes a fair and its booths for good. Throws ApiError 404, 409 `fair_state`, and 409 `fair_goods_left` with what is left at which
 * booth in `extra.left`: goods that were not returned, or sales that no close of the till has counted.
 */
export async function closeFair(container: MedusaContainer, at: AtCentre, fairId: string): Promise<void> {
  await change(container, at, fairId, 'closed', (sql) => closeBooths(sql, fairId))
}

/** Calls a fair off; its page goes on saying so. Throws as `closeFair` does. */
export async function cancelFair(
  container: MedusaContainer,
  at: AtCentre,
  fairId: string,
  reason: string,
): Promise<void> {
  await change(container, at, fairId, 'cancelled', (sql) => closeBooths(sql, fairId), reason)
}

const VERBS = { open: 'centre:open_fair', closed: 'centre:close_fair', cancelled: 'centre:cancel_fair' } as const

async function change(
  container: MedusaContainer,
  at: AtCentre,
  fairId: string,
  to: Exclude<FairState, 'planned'>,
  work: (sql: Sql, fair: FairRow) => Promise<void>,
  reason: string | null = null,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const fair = await lockFair(sql, at.centreId, fairId)
    if (fair.state === to) return
    if (!mayBecome(fair.state, to)) throw new ApiError(409, 'fair_state')
    await work(sql, fair)
    await sql.query('UPDATE centre_fair SET state = ?, cancel_reason = ?, changed_at = now() WHERE id = ?', [
      to,
      reason,
      fairId,
    ])
    await recordAuditIn(sql, {
      ...{ actor: at.actor, verb: VERBS[to], subject: { type: 'centre_fair', id: fairId }, place: at.place },
      details: { name: fair.name, ...(reason === null ? {} : { reason }) },
    })
  })
}

/** The shops are held first: a paper that brings goods waits until they are closed, and is refused then (`moveGoods`). */
async function closeBooths(sql: Sql, fairId: string): Promise<void> {
  await sql.query(
    'SELECT 1 FROM shop WHERE id IN (SELECT shop_id FROM fair_booth WHERE fair_id = ?) ORDER BY id FOR UPDATE',
    [fairId],
  )
  const left = (await boothsOf(sql, fairId)).filter(isLeft)
  if (left.length > 0) throw new ApiError(409, 'fair_goods_left', { extra: { left } })
  await setShops(sql, fairId, 'closed')
}

async function setShops(sql: Sql, fairId: string, status: 'operating' | 'closed'): Promise<void> {
  await sql.query(
    'UPDATE shop SET status = ?, updated_at = now() WHERE id IN (SELECT shop_id FROM fair_booth WHERE fair_id = ?)',
    [status, fairId],
  )
}
