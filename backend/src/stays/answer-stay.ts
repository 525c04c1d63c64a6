import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { OfferStayBody } from './bodies'
import { readFree } from './house'
import { guestsOf, lockStay, requireDeed, type Stay } from './stay-row'
import { tellDeclined, tellOffered } from './tell-stay'

type Host = Pick<Tenant, 'memberId' | 'producerId'>

/**
 * The host offers the days for a price, or says the offer anew while it is not accepted.
 * Throws ApiError 404, as a security event for another producer's; 400 `stay_until` for a last day that is past or behind the first day of
 * the stay; 409 `stay_state`, `stay_not_taken` when the product is no longer shown, `stay_full` when the place is full.
 */
export async function offerStay(
  container: MedusaContainer,
  host: Host,
  id: string,
  offer: OfferStayBody,
): Promise<void> {
  const today = vietnamDay(new Date())
  await inTransaction(container, async (sql) => {
    const stay = await lockOwnStay(sql, host, id)
    const state = requireDeed(stay, 'offer', today)
    if (!stay.open) throw new ApiError(409, 'stay_not_taken')
    if (offer.until < today || offer.until > stay.fromDay) throw new ApiError(400, 'stay_until', { field: 'until' })
    const free = await readFree(sql, stay.productId, stay)
    if (free !== null && free < guestsOf(stay)) throw new ApiError(409, 'stay_full')
    await sql.query(
      `UPDATE stay_enquiry SET state = ?, offer_no = offer_no + 1, price = ?, included = ?, words = ?, offer_until = ?, offered_at = now(),
         answered_by = ?, updated_at = now() WHERE id = ?`,
      [state, offer.price, offer.included, offer.words ?? null, offer.until, host.memberId, id],
    )
    await tellOffered(sql, await lockStay(sql, id))
  })
}

/** The host cannot take the guests, and says why; also after an offer was accepted. Throws as `offerStay`. */
export async function declineStay(container: MedusaContainer, host: Host, id: string, reason: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const stay = await lockOwnStay(sql, host, id)
    const state = requireDeed(stay, 'decline', vietnamDay(new Date()))
    await sql.query(
      `UPDATE stay_enquiry SET state = ?, decline_reason = ?, answered_by = ?, closed_at = now(), updated_at = now() WHERE id = ?`,
      [state, reason, host.memberId, id],
    )
    await tellDeclined(sql, stay, reason)
  })
}

/** The host says after the days whether the guests were there. Throws ApiError 404, 409 `stay_state`, `stay_not_over`. */
export async function closeStay(
  container: MedusaContainer,
  host: Host,
  id: string,
  outcome: 'done' | 'no_show',
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const stay = await lockOwnStay(sql, host, id)
    const state = requireDeed(stay, outcome, vietnamDay(new Date()))
    await sql.query(
      'UPDATE stay_enquiry SET state = ?, answered_by = ?, closed_at = now(), updated_at = now() WHERE id = ?',
      [state, host.memberId, id],
    )
  })
}

async function lockOwnStay(sql: Sql, { memberId, producerId }: Host, id: string): Promise<Stay> {
  const stay = await lockStay(sql, id)
  if (stay.producerId !== producerId)
    throw foreignRow({ actor: 'producer', id: memberId }, { type: 'stay_enquiry', id })
  return stay
}
