import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { messageOf } from '../logging/message-of'
import type { CarrierProblem, CarrierReport } from '../modules/remittance/states'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { lockGroup } from '../order-groups/settle-group'
import { postRemitted } from '../settlement/post-receipts'
import { chargeReturnFreight, recordCodDelivered, recordCodRefused } from './record-cod'

const AT_ONCE = 200

interface LineRow {
  id: string
  carrier: string
  tracking_no: string
  report: CarrierReport
  cod: string
  fee: string | null
  on_day: string
  state: string
}

interface ParcelRow {
  id: string
  group_id: string
  order_id: string
  producer_id: string
  cod_amount: string
}

/**
 * Makes what a carrier said a fact, line by line, each in a transaction of its own: a process that dies leaves whole lines behind, and
 * the next call goes on. Out: how many lines it looked at.
 */
export async function settleNewLines(container: MedusaContainer): Promise<number> {
  const stuck = new Set<string>()
  let done = 0
  for (;;) {
    const lines = await inTransaction(container, (sql) =>
      sql.query<{ id: string }>(
        `SELECT id FROM carrier_line WHERE state = 'new' AND NOT id = ANY(?) ORDER BY row_no, id LIMIT ?`,
        [[...stuck], AT_ONCE],
      ),
    )
    for (const { id } of lines) {
      try {
        await inTransaction(container, (sql) => settleIn(sql, id))
        done += 1
      } catch (error) {
        // One line that breaks holds up no other; it stays new, where the operator sees it, and is tried again later.
        stuck.add(id)
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`Line ${id} is not settled: ${messageOf(error)}`)
      }
    }
    if (lines.length < AT_ONCE) return done
  }
}

async function settleIn(sql: Sql, id: string): Promise<void> {
  const [seen] = await sql.query<LineRow>(`SELECT * FROM carrier_line WHERE id = ? AND state = 'new'`, [id])
  if (!seen) return
  const parcels = await sql.query<ParcelRow>(
    `SELECT id, group_id, order_id, producer_id, cod_amount FROM parcel
     WHERE carrier = ? AND upper(tracking_no) = ? AND state <> 'unpacked'`,
    [seen.carrier, seen.tracking_no],
  )
  const [parcel] = parcels
  if (parcel && parcels.length === 1) await lockGroup(sql, parcel.group_id)
  const [line] = await sql.query<LineRow>('SELECT * FROM carrier_line WHERE id = ? FOR UPDATE', [id])
  if (line?.state !== 'new') return
  // Two parcels with one number are as good as none: a person must find out which it is.
  const problem = parcel && parcels.length === 1 ? await takeNote(sql, line, parcel) : 'unknown_parcel'
  const known = parcels.length === 1 ? parcel : undefined
  await sql.query(
    `UPDATE carrier_line SET state = ?, problem = ?, expected = ?, parcel_id = ?, order_id = ?, updated_at = now() WHERE id = ?`,
    [
      problem === null ? 'settled' : 'open',
      problem,
      known && line.report === 'delivered' ? toDong(known.cod_amount) : null,
      known?.id ?? null,
      known?.order_id ?? null,
      id,
    ],
  )
}

/** Out: why a person must look; null when books and file agree. What the carrier owes too little stays in its account. */
async function takeNote(sql: Sql, line: LineRow, parcel: ParcelRow): Promise<CarrierProblem | null> {
  const at = new Date(`${line.on_day}T12:00:00+07:00`)
  const fee = line.fee === null ? null : toDong(line.fee)
  if (line.report === 'refused') {
    const outcome = await recordCodRefused(sql, {
      parcelId: parcel.id,
      witness: 'carrier',
      at,
      reason: 'Đơn vị vận chuyển báo hoàn',
    })
    if (outcome === 'not_shipped' || outcome === 'said_otherwise') return outcome
    await chargeReturnFreight(sql, { parcelId: parcel.id, amount: fee, day: line.on_day, at })
    return outcome === 'partly_refused' ? outcome : null
  }
  const outcome = await recordCodDelivered(sql, { parcelId: parcel.id, witness: 'carrier', at })
  if (outcome === 'not_shipped' || outcome === 'said_otherwise') return outcome
  if (fee !== null && fee > 0) {
    await postRemitted(sql, {
      remittanceId: `carrier_line:${line.id}`,
      from: `carrier:${line.carrier}`,
      net: 0,
      fees: [
        {
          feeId: 'freight',
          kind: 'freight',
          amount: fee,
          producerId: parcel.producer_id,
          orderId: parcel.order_id,
          groupId: parcel.group_id,
        },
      ],
      at,
    })
  }
  if (outcome === 'partly_refused') return outcome
  const expected = toDong(parcel.cod_amount)
  const collected = toDong(line.cod)
  if (collected < expected) return 'short_paid'
  return collected > expected ? 'over_paid' : null
}

/**
 * The carrier's money for a file arrived at the bank. In: whole đồng from 0, the day at +07 and the bank's number of it.
 * Throws ApiError 404, and 409 `carrier_file_settled` when that was noted before.
 */
export async function noteRemittance(
  container: MedusaContainer,
  fileId: string,
  { amount, day, reference, by }: { amount: number; day: string; reference: string; by: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [file] = await sql.query<{ carrier: string; remitted: string | null }>(
      'SELECT carrier, remitted FROM carrier_file WHERE id = ? FOR UPDATE',
      [fileId],
    )
    if (!file) throw new ApiError(404, 'not_found')
    if (file.remitted !== null) throw new ApiError(409, 'carrier_file_settled')
    await sql.query(
      'UPDATE carrier_file SET remitted = ?, remitted_on = ?, bank_reference = ?, remitted_by = ?, updated_at = now() WHERE id = ?',
      [amount, day, reference, by, fileId],
    )
    await postRemitted(sql, {
      remittanceId: `carrier_file:${fileId}`,
      from: `carrier:${file.carrier}`,
      net: amount,
      fees: [],
      at: new Date(`${day}T12:00:00+07:00`),
    })
  })
}

/**
 * A person has seen to a line that was open. Out: nothing. Throws ApiError 404, and 409 `carrier_line_settled` for one that is not open
 * (any more). `again` looks at it once more, e.g. after the parcel's number was put right.
 */
export async function closeLine(
  container: MedusaContainer,
  id: string,
  decision: { action: 'close' | 'again'; note: string; by: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [line] = await sql.query<{ state: string }>('SELECT state FROM carrier_line WHERE id = ? FOR UPDATE', [id])
    if (!line) throw new ApiError(404, 'not_found')
    if (line.state !== 'open') throw new ApiError(409, 'carrier_line_settled')
    await sql.query(
      `UPDATE carrier_line SET state = ?, note = ?, closed_by = ?, closed_at = CASE WHEN ? THEN now() END, updated_at = now() WHERE id = ?`,
      [decision.action === 'close' ? 'closed' : 'new', decision.note, decision.by, decision.action === 'close', id],
    )
  })
  if (decision.action === 'again') await settleNewLines(container)
}
