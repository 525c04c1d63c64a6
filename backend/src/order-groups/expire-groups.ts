import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction } from '../money/in-transaction'
import { endUnpaidGroup } from './close-order'
import { lockGroup } from './settle-group'

const MOST = 200

/**
 * Ends the groups whose time to pay is over. The lock on a group's row decides between this and a payment that comes at the same moment:
 * whoever has it first. May run in several processes. Out: how many ended.
 */
export async function expireGroups(container: MedusaContainer, now: Date): Promise<number> {
  const due = await inTransaction(container, (sql) =>
    sql.query<{ id: string }>(
      `SELECT id FROM order_group WHERE state = 'awaiting_payment' AND expires_at <= ? ORDER BY expires_at LIMIT ${MOST}`,
      [now],
    ),
  )
  let ended = 0
  for (const { id } of due) {
    const done = await inTransaction(container, async (sql) => {
      const group = await lockGroup(sql, id)
      // Another way to pay may have given it more time.
      if (group?.expiresAt == null || group.expiresAt > now) return false
      return await endUnpaidGroup(sql, group, 'expired', { reason: 'not_paid_in_time', by: 'system', at: now })
    })
    if (done) ended += 1
  }
  return ended
}
