import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction } from '../../money/in-transaction'
import { byExpiry, mayLeave } from '../../parcels/first-expired'
import { readLotStock } from '../../parcels/lot-stock'
import { partyRefOf } from '../../passports/party-ref'
import type { AtCentre } from '../at-centre'
import type { DeliveryBody } from './bodies'
import { deliveryDayProblem } from './contract-rules'
import { auditContract, lockContract } from './lock-contract'

/** A lot that a delivery may have been taken from. */
export interface DeliverableLot {
  code: string
  bestBefore: string | null
  packedOn: string | null
}

/** Whose goods a line is of. Throws ApiError 404 for a line of another contract. */
async function lineOf(container: MedusaContainer, centreId: string, contractId: string, lineId: string) {
  const [line] = await inTransaction(container, (sql) =>
    sql.query<{ producer_id: string; product_id: string }>(
      'SELECT producer_id, product_id FROM supply_line WHERE id = ? AND contract_id = ? AND centre_id = ?',
      [lineId, contractId, centreId],
    ),
  )
  if (!line) throw new ApiError(404, 'not_found')
  return line
}

/**
 * The lots of a line's product in its producer's book that may be delivered on a day, what expires first at the top.
 * Throws ApiError 404, 503 `journal_away`.
 */
export async function deliverableLots(
  container: MedusaContainer,
  centreId: string,
  { contractId, lineId, day }: { contractId: string; lineId: string; day: string },
): Promise<DeliverableLot[]> {
  const line = await lineOf(container, centreId, contractId, lineId)
  const { lots } = await readLotStock(container, partyRefOf(line.producer_id), [line.product_id])
  // The book may have counted the goods as gone before the delivery is noted here.
  return lots
    .filter((lot) => mayLeave({ ...lot, free: null }, day))
    .sort(byExpiry)
    .map(({ code, bestBefore, packedOn }) => ({ code, bestBefore, packedOn }))
}

/**
 * Notes what was delivered, once for a request key; more than was agreed may be, and shows. Lots that are named are in the producer's
 * book, not recalled, and were not past their date. Out: the delivery's id.
 * Throws ApiError 404, 409 `supply_state`, 422 `supply_day_ahead`, `supply_day_outside`, `supply_lot`, 503 `journal_away`.
 */
export async function noteDelivery(
  container: MedusaContainer,
  at: AtCentre,
  contractId: string,
  delivery: DeliveryBody,
): Promise<string> {
  const { lineId, day, lotCodes } = delivery
  await lineOf(container, at.centreId, contractId, lineId)
  const codes = [...new Set(lotCodes)]
  if (codes.length > 0) {
    const lots = await deliverableLots(container, at.centreId, { contractId, lineId, day })
    const wrong = codes.find((code) => !lots.some((lot) => lot.code === code))
    if (wrong !== undefined) throw new ApiError(422, 'supply_lot', { field: 'lotCodes', extra: { lot: wrong } })
  }
  return await inTransaction(container, async (sql) => {
    const contract = await lockContract(sql, at.centreId, contractId, ['active', 'ended', 'terminated'])
    const problem = deliveryDayProblem(
      day,
      { fromDay: contract.from_day, toDay: contract.to_day, endedOn: contract.ended_on },
      vietnamDay(new Date()),
    )
    if (problem) throw new ApiError(422, problem, { field: 'day' })
    const [known] = await sql.query<{ id: string }>(
      'SELECT id FROM supply_delivery WHERE contract_id = ? AND request_key = ?',
      [contractId, delivery.requestKey],
    )
    if (known) return known.id
    const id = generateEntityId(undefined, 'supd')
    await sql.query(
      `INSERT INTO supply_delivery (id, centre_id, contract_id, line_id, request_key, day, quantity, lot_codes, note, noted_by, noted_by_name)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, at.centreId, contractId, lineId, delivery.requestKey, day, delivery.quantity, codes, delivery.note],
        ...[at.by.id, at.by.name],
      ],
    )
    await auditContract(sql, at, contractId, 'centre:note_delivery', {
      deliveredOn: day,
      quantity: delivery.quantity,
    })
    return id
  })
}

/** Takes back a delivery that was noted wrongly; its line stays with the reason. Done again it changes nothing. Throws ApiError 404. */
export async function voidDelivery(
  container: MedusaContainer,
  at: AtCentre,
  { contractId, deliveryId, reason }: { contractId: string; deliveryId: string; reason: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockContract(sql, at.centreId, contractId, ['active', 'ended', 'terminated'])
    const [delivery] = await sql.query<{ voided_at: Date | null }>(
      'SELECT voided_at FROM supply_delivery WHERE id = ? AND contract_id = ? FOR UPDATE',
      [deliveryId, contractId],
    )
    if (!delivery) throw new ApiError(404, 'not_found')
    if (delivery.voided_at !== null) return
    await sql.query('UPDATE supply_delivery SET voided_at = now(), voided_by_name = ?, void_reason = ? WHERE id = ?', [
      at.by.name,
      reason,
      deliveryId,
    ])
    await auditContract(sql, at, contractId, 'centre:void_delivery', { reason })
  })
}
