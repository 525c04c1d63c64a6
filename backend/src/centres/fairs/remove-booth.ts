import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../../http/api-error'
import { inTransaction } from '../../money/in-transaction'
import { recordAuditIn } from '../../officials/record-audit'
import type { AtCentre } from '../at-centre'
import { isUnderWay } from './fair-rules'
import { lockFair } from './lock-fair'

/**
 * Takes a booth that never held goods off its fair, with what was listed there. Its shop goes; its stock location stays for the next booth
 * of the name. Throws ApiError 404, 409 `fair_state`, and 409 `fair_booth_used` for one through which goods went: it closes with its fair.
 */
export async function removeBooth(
  container: MedusaContainer,
  at: AtCentre,
  fairId: string,
  boothId: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const fair = await lockFair(sql, at.centreId, fairId)
    if (!isUnderWay(fair.state)) throw new ApiError(409, 'fair_state')
    const [booth] = await sql.query<{ shop_id: string; name: string }>(
      'SELECT shop_id, name FROM fair_booth WHERE id = ? AND fair_id = ?',
      [boothId, fairId],
    )
    if (!booth) throw new ApiError(404, 'not_found')
    await sql.query('SELECT 1 FROM shop WHERE id = ? FOR UPDATE', [booth.shop_id])
    const [used] = await sql.query(
      `SELECT 1 FROM consignment_movement WHERE shop_id = ? UNION ALL SELECT 1 FROM counter_query WHERE shop_id = ? LIMIT 1`,
      [booth.shop_id, booth.shop_id],
    )
    if (used) throw new ApiError(409, 'fair_booth_used')
    await sql.query('DELETE FROM fair_entry WHERE booth_id = ?', [boothId])
    await sql.query('DELETE FROM fair_booth WHERE id = ?', [boothId])
    // Closed as well as gone: a receipt that was on its way to it is refused.
    await sql.query(`UPDATE shop SET status = 'closed', deleted_at = now() WHERE id = ?`, [booth.shop_id])
    await recordAuditIn(sql, {
      ...{
        actor: at.actor,
        verb: 'centre:remove_booth',
        subject: { type: 'centre_fair', id: fairId },
        place: at.place,
      },
      details: { name: booth.name },
    })
  })
}
