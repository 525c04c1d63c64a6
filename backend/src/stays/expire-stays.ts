import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { inTransaction } from '../money/in-transaction'
import { lockStay } from './stay-row'
import { standingOn } from './stay-rules'
import { tellExpired } from './tell-stay'

const MOST = 200

/**
 * Ends the questions whose first day is past and the offers whose last day to accept is, and tells both sides. May run in several
 * processes; a row that was decided meanwhile is left alone. Out: how many ended.
 */
export async function expireStays(container: MedusaContainer, now: Date): Promise<number> {
  const today = vietnamDay(now)
  const due = await inTransaction(container, (sql) =>
    sql.query<{ id: string }>(
      `SELECT id FROM stay_enquiry WHERE (state = 'asked' AND from_day < ?) OR (state = 'offered' AND offer_until < ?)
       ORDER BY from_day LIMIT ${MOST}`,
      [today, today],
    ),
  )
  let ended = 0
  for (const { id } of due) {
    const done = await inTransaction(container, async (sql) => {
      const stay = await lockStay(sql, id)
      if (stay.state === 'expired' || standingOn(stay, today) !== 'expired') return false
      await sql.query(`UPDATE stay_enquiry SET state = 'expired', closed_at = now(), updated_at = now() WHERE id = ?`, [
        id,
      ])
      await tellExpired(sql, stay)
      return true
    })
    if (done) ended += 1
  }
  return ended
}
