import type { Sql } from '../money/in-transaction'
import type { BuyerHash } from './buyer-hash'

/** An offer a group uses, with all it takes off. Whole đồng. */
export interface OfferUse {
  offerId: string
  amount: number
}

/**
 * Counts the uses of a group's offers. The row of each offer is locked until the transaction ends, so limits hold for buyers who order
 * at the same moment. Out: false when a limit is reached, the offer has ended or its day is over: the caller rolls back.
 */
export async function countUses(
  sql: Sql,
  groupId: string,
  buyer: BuyerHash,
  uses: readonly OfferUse[],
  day: string,
): Promise<boolean> {
  for (const use of [...uses].sort((a, b) => (a.offerId < b.offerId ? -1 : 1))) {
    const [offer] = await sql.query<{ max_uses_per_buyer: number | null }>(
      `UPDATE promotion_offer SET uses = uses + 1, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL AND ended_at IS NULL AND (max_uses IS NULL OR uses < max_uses)
         AND first_day <= ? AND (last_day IS NULL OR last_day >= ?)
       RETURNING max_uses_per_buyer`,
      [use.offerId, day, day],
    )
    if (!offer) return false
    if (offer.max_uses_per_buyer !== null) {
      const [counted] = await sql.query<{ uses: number }>(
        `SELECT count(*)::int AS uses FROM promotion_use
         WHERE offer_id = ? AND released_at IS NULL AND (buyer_hash = ? OR email_hash = ?)`,
        [use.offerId, buyer.phone, buyer.email],
      )
      if ((counted?.uses ?? 0) >= offer.max_uses_per_buyer) return false
    }
    await sql.query(
      `INSERT INTO promotion_use (key, offer_id, group_id, buyer_hash, email_hash, amount) VALUES (?, ?, ?, ?, ?, ?)`,
      [`${use.offerId}:${groupId}`, use.offerId, groupId, buyer.phone, buyer.email, use.amount],
    )
  }
  return true
}

/** Gives the uses of a group back, once: of one that expired or was canceled before anything was paid. */
export async function releaseOffers(sql: Sql, groupId: string): Promise<void> {
  await sql.query(
    `WITH released AS (
       UPDATE promotion_use SET released_at = now(), updated_at = now()
       WHERE group_id = ? AND released_at IS NULL RETURNING offer_id)
     UPDATE promotion_offer SET uses = uses - 1, updated_at = now() WHERE id IN (SELECT offer_id FROM released)`,
    [groupId],
  )
}
