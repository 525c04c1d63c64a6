import type { MedusaContainer } from '@medusajs/framework/types'
import { type ReturnView, returnChoices, returnsOf } from '../after-sale/read-returns'
import type { RequestKind } from '../modules/after-sale/states'
import type { SellerOrderState } from '../modules/order-group/states'
import type { RefundState } from '../modules/payments/kinds'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { unreadOfBuyer } from '../order-messages/read-messages'
import { type ParcelView, parcelsOf } from '../parcels/read-orders'

/** A parcel as its buyer sees it. `canReceive`: the buyer may say that it has arrived. */
export type BuyerParcel = Pick<
  ParcelView,
  | 'id'
  | 'no'
  | 'state'
  | 'packedAt'
  | 'shippedAt'
  | 'deliveredAt'
  | 'closedAt'
  | 'closeReason'
  | 'carrier'
  | 'trackingNo'
> & { lines: { lineId: string; title: string; quantity: number }[]; canReceive: boolean }

/** Money on its way back. Whole đồng; `manual` is paid by a person, the others go back through VNPay. */
export interface BuyerRefund {
  id: string
  orderId: string | null
  amount: number
  state: RefundState
  askedAt: string
  doneAt: string | null
}

/** What happened to an order since it was packed. `canAsk`: what its buyer may ask of the seller now; null for nothing. */
export interface OrderProgress {
  parcels: BuyerParcel[]
  returns: ReturnView[]
  refunds: BuyerRefund[]
  canAsk: RequestKind | null
  /** Messages of the seller that the buyer has not read. */
  unreadMessages: number
}

interface RefundDbRow {
  id: string
  order_id: string | null
  amount: string
  state: RefundState
  created_at: Date
  done_at: Date | null
}

/** All refunds of a group, the oldest first; those of no order are of money that paid none (late, twice, a wrong amount). */
export async function refundsOf(container: MedusaContainer, groupId: string): Promise<BuyerRefund[]> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<RefundDbRow>(
      'SELECT id, order_id, amount, state, created_at, done_at FROM payment_refund WHERE group_id = ? ORDER BY created_at, id',
      [groupId],
    ),
  )
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    amount: toDong(row.amount),
    state: row.state,
    askedAt: new Date(row.created_at).toISOString(),
    doneAt: row.done_at === null ? null : new Date(row.done_at).toISOString(),
  }))
}

/** Reads the progress of a group's orders. In: the group, its refunds, and its orders (`atShop`: picked up). Out: by order. */
export async function progressOf(
  container: MedusaContainer,
  groupId: string,
  refunds: readonly BuyerRefund[],
  orders: readonly { id: string; state: SellerOrderState; atShop: boolean }[],
): Promise<Map<string, OrderProgress>> {
  const ids = orders.map(({ id }) => id)
  const [parcels, returns, unread] = await Promise.all([
    parcelsOf(container, ids),
    returnsOf(container, ids),
    unreadOfBuyer(container, ids),
  ])
  const entries = orders.map(
    async ({ id, state, atShop }): Promise<[string, OrderProgress]> => [
      id,
      {
        parcels: (parcels.get(id) ?? []).map((parcel) => toBuyerParcel(parcel, atShop)),
        returns: returns.filter(({ orderId }) => orderId === id),
        refunds: refunds.filter(({ orderId }) => orderId === id),
        canAsk: await mayAsk(container, groupId, id, state),
        unreadMessages: unread.get(id) ?? 0,
      },
    ],
  )
  return new Map(await Promise.all(entries))
}

async function mayAsk(
  container: MedusaContainer,
  groupId: string,
  orderId: string,
  state: SellerOrderState,
): Promise<RequestKind | null> {
  if (state !== 'confirmed' && state !== 'packed' && state !== 'delivered') return null
  const { kind, lines } = await returnChoices(container, groupId, orderId)
  return lines.some(({ left }) => left > 0) ? kind : null
}

function toBuyerParcel(parcel: ParcelView, atShop: boolean): BuyerParcel {
  const { id, no, state, packedAt, shippedAt, deliveredAt, closedAt, closeReason, carrier, trackingNo } = parcel
  return {
    ...{ id, no, state, packedAt, shippedAt, deliveredAt, closedAt, closeReason, carrier, trackingNo },
    lines: parcel.lines.map(({ lineId, title, quantity }) => ({ lineId, title, quantity })),
    canReceive: state === 'shipped' || (state === 'packed' && atShop),
  }
}
