import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import type { PaymentMethod, SellerOrderState } from '../modules/order-group/states'
import type { ParcelState, ParcelWitness } from '../modules/parcel/states'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { lockGroup, moveSellerOrder } from '../order-groups/settle-group'
import { postEarned } from '../settlement/post-earned'
import { postFreight } from '../settlement/post-receipts'

/** What a carrier, a producer or a buyer says of a parcel that was on its way. */
export interface ParcelNews {
  parcelId: string
  witness: ParcelWitness
  at: Date
}

/**
 * `recorded`; `already`: it was known; `not_shipped`: it has not been handed over, or was unpacked; `said_otherwise`: the other thing
 * is known of it; `partly_refused`: other parcels of its order say otherwise, so that a person must settle the order.
 */
export type NewsOutcome = 'recorded' | 'already' | 'not_shipped' | 'said_otherwise' | 'partly_refused'

const UNDER_WAY: readonly SellerOrderState[] = ['confirmed', 'packed', 'shipped']

interface ParcelRow {
  id: string
  state: ParcelState
  order_id: string
  group_id: string
  producer_id: string
  carrier: string | null
}
interface OpenParcel {
  parcel: ParcelRow
  group: { id: string; displayNo: string; method: PaymentMethod }
  states: ParcelState[]
}

/**
 * A parcel arrived. In the caller's transaction: its state, with the last of an order's parcels the order's state, and the sale as the
 * seller's; of COD the cash then lies with the carrier. Throws ApiError 404 without such a parcel, 409 `carrier_missing` for COD without
 * a carrier, since nobody would owe the cash.
 */
export async function recordCodDelivered(sql: Sql, { parcelId, witness, at }: ParcelNews): Promise<NewsOutcome> {
  const open = await lockParcel(sql, parcelId)
  const { parcel, group } = open
  const told = outcomeFor(parcel.state, 'delivered')
  if (told !== null) return told
  if (group.method === 'cod' && parcel.carrier === null) throw new ApiError(409, 'carrier_missing')
  await sql.query(
    `UPDATE parcel SET state = 'delivered', delivered_at = ?, witness = ?, updated_at = now() WHERE id = ?`,
    [at, witness, parcel.id],
  )
  await tell(sql, open, 'parcel_delivered')
  if (open.states.includes('refused')) return 'partly_refused'
  if (open.states.every((state) => state === 'delivered')) {
    if (!(await moveSellerOrder(sql, parcel.order_id, UNDER_WAY, 'delivered', at))) return 'said_otherwise'
    await postEarned(sql, {
      orderId: parcel.order_id,
      at,
      ...(group.method === 'cod' ? { collectedBy: `carrier:${parcel.carrier}` as const } : {}),
    })
  }
  return 'recorded'
}

/**
 * A parcel was not taken and goes back. In the caller's transaction: its state, with the last of an order's parcels the order's state;
 * of COD no money ever came, so nothing is earned and nothing goes back. Freight is charged by `chargeReturnFreight` when the carrier
 * has named it. The goods stay away from the stock until the seller has received them again. Throws as `recordCodDelivered`.
 */
export async function recordCodRefused(
  sql: Sql,
  { parcelId, witness, at, reason }: ParcelNews & { reason: string },
): Promise<NewsOutcome> {
  const open = await lockParcel(sql, parcelId)
  const { parcel } = open
  const told = outcomeFor(parcel.state, 'refused')
  if (told !== null) return told
  await sql.query(
    `UPDATE parcel SET state = 'refused', closed_at = ?, witness = ?, close_reason = ?, updated_at = now() WHERE id = ?`,
    [at, witness, reason, parcel.id],
  )
  await tell(sql, open, 'parcel_refused')
  if (open.states.includes('delivered')) return 'partly_refused'
  if (open.states.every((state) => state === 'refused')) {
    if (!(await moveSellerOrder(sql, parcel.order_id, UNDER_WAY, 'refused', at))) return 'said_otherwise'
  }
  return 'recorded'
}

/**
 * The carrier keeps the freight of both ways of a refused parcel from what it collected: the seller bears it. Once a parcel, whatever
 * files say it again. In: whole đồng, and null for what the dated rate of the carrier says. Out: what was charged, null without a rate.
 */
export async function chargeReturnFreight(
  sql: Sql,
  { parcelId, amount, day, at }: { parcelId: string; amount: number | null; day: string; at: Date },
): Promise<number | null> {
  const { parcel, group } = await lockParcel(sql, parcelId)
  if (parcel.carrier === null) throw new ApiError(409, 'carrier_missing')
  const charged = amount ?? (await rateOn(sql, parcel.carrier, day))
  if (charged === null || charged === 0) return charged
  await postFreight(sql, {
    chargeId: `refused:${parcel.id}`,
    carrier: `carrier:${parcel.carrier}`,
    amount: charged,
    producerId: parcel.producer_id,
    groupId: group.id,
    orderId: parcel.order_id,
    at,
  })
  return charged
}

async function rateOn(sql: Sql, carrier: string, day: string): Promise<number | null> {
  const [rate] = await sql.query<{ two_way: string }>(
    'SELECT two_way FROM freight_rate WHERE carrier = ? AND from_day <= ? ORDER BY from_day DESC LIMIT 1',
    [carrier, day],
  )
  return rate ? toDong(rate.two_way) : null
}

function outcomeFor(state: ParcelState, to: 'delivered' | 'refused'): NewsOutcome | null {
  if (state === 'shipped') return null
  if (state === to) return 'already'
  return state === 'delivered' || state === 'refused' ? 'said_otherwise' : 'not_shipped'
}

/** Takes group, then parcels. `states`: of the order's other parcels that were not unpacked; with the new state of this one, of all. */
async function lockParcel(sql: Sql, parcelId: string): Promise<OpenParcel> {
  const [known] = await sql.query<{ group_id: string }>('SELECT group_id FROM parcel WHERE id = ?', [parcelId])
  const group = known ? await lockGroup(sql, known.group_id) : null
  if (!group) throw new ApiError(404, 'not_found')
  const parcels = await sql.query<ParcelRow>(
    `SELECT p.id, p.state, p.order_id, p.group_id, p.producer_id, p.carrier FROM parcel p
     WHERE p.order_id = (SELECT order_id FROM parcel WHERE id = ?) AND p.state <> 'unpacked' ORDER BY p.no FOR UPDATE`,
    [parcelId],
  )
  const parcel = parcels.find(({ id }) => id === parcelId)
  if (!parcel) throw new ApiError(404, 'not_found')
  return { parcel, group, states: parcels.filter(({ id }) => id !== parcelId).map(({ state }) => state) }
}

async function tell(
  sql: Sql,
  { parcel, group }: OpenParcel,
  kind: 'parcel_delivered' | 'parcel_refused',
): Promise<void> {
  const [producer] = await sql.query<{ name: string }>('SELECT name FROM producer WHERE id = ?', [parcel.producer_id])
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind,
    params: { displayNo: group.displayNo, producer: producer?.name ?? '' },
    dedupeKey: `${kind}:${parcel.id}`,
  })
}
