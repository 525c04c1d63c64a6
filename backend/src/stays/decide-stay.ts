import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { lockHouse, readFree } from './house'
import { guestsOf, lockStay, requireDeed, selectStays } from './stay-row'
import { tellAccepted, tellWithdrawn } from './tell-stay'

/**
 * The buyer accepts the offer they have seen. The lock on the place's row decides between those who accept at the same moment.
 * In: an enquiry the caller has proven to hold. Accepting the same offer again changes nothing.
 * Throws ApiError 404; 409 `stay_state`, `stay_offer_changed` when the host has said it anew, `stay_not_taken` when the producer may not
 * sell at present, `stay_full` when others were first.
 */
export async function acceptStay(container: MedusaContainer, id: string, offerNo: number): Promise<void> {
  const today = vietnamDay(new Date())
  await inTransaction(container, async (sql) => {
    const [named] = await selectStays(sql, 'WHERE e.id = ?', [id])
    if (!named) throw new ApiError(404, 'not_found')
    await lockHouse(sql, named.productId, named.producerId)
    const stay = await lockStay(sql, id)
    if (stay.state === 'accepted' && stay.offerNo === offerNo) return
    const state = requireDeed(stay, 'accept', today)
    if (stay.offerNo !== offerNo) throw new ApiError(409, 'stay_offer_changed')
    if (!stay.open) throw new ApiError(409, 'stay_not_taken')
    const free = await readFree(sql, stay.productId, stay)
    if (free !== null && free < guestsOf(stay)) throw new ApiError(409, 'stay_full')
    await sql.query('UPDATE stay_enquiry SET state = ?, decided_at = now(), updated_at = now() WHERE id = ?', [
      state,
      id,
    ])
    await tellAccepted(sql, stay)
  })
}

/** The buyer takes the question back, or does not come after all; doing so twice changes nothing. Throws ApiError 404, 409 `stay_state`. */
export async function withdrawStay(container: MedusaContainer, id: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const stay = await lockStay(sql, id)
    if (stay.state === 'withdrawn') return
    const state = requireDeed(stay, 'withdraw', vietnamDay(new Date()))
    await sql.query(
      'UPDATE stay_enquiry SET state = ?, decided_at = now(), closed_at = now(), updated_at = now() WHERE id = ?',
      [state, id],
    )
    await tellWithdrawn(sql, stay)
  })
}
