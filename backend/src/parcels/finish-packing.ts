import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { cancelOrderFulfillmentWorkflow, createOrderFulfillmentWorkflow } from '@medusajs/medusa/core-flows'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { messageOf } from '../logging/message-of'
import { inTransaction, type Sql } from '../money/in-transaction'
import { enqueueIn } from '../outbox/enqueue'
import { followParcels } from './move-parcel'
import { lockOrder } from './own-order'

interface ParcelRow {
  id: string
  order_id: string
  state: string
  fulfillment_id: string | null
}

/**
 * Lets the stock of a held parcel leave (Medusa's fulfilment takes it from its reservation) and calls the parcel packed. Safe to run
 * again after a crash at any point: the fulfilment carries the parcel's id and is looked for before one is made.
 * Throws ApiError 409 `stock_gone` when Medusa refuses; the parcel and what it held are gone then.
 */
export async function finishPacking(container: MedusaContainer, parcelId: string): Promise<void> {
  const parcel = await readParcel(container, parcelId)
  if (parcel?.state !== 'packing') return
  const fulfillmentId =
    (await fulfilmentOf(container, parcel)) ??
    (await fulfil(container, parcel).catch(async (error: unknown) => {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Parcel ${parcelId} was let go of: its stock did not leave (${messageOf(error)}).`)
      await inTransaction(container, (sql) => dropParcel(sql, parcelId))
      throw new ApiError(409, 'stock_gone')
    }))
  await inTransaction(container, async (sql) => {
    const { group } = await lockOrder(sql, parcel.order_id, null)
    const moved = await sql.query(
      `UPDATE parcel SET state = 'packed', fulfillment_id = ?, updated_at = now() WHERE id = ? AND state = 'packing' RETURNING id`,
      [fulfillmentId, parcelId],
    )
    if (moved.length === 0) return
    await followParcels(sql, group, parcel.order_id, new Date())
    await enqueueIn(sql, [{ topic: 'parcel', key: parcelId, payload: { did: 'packed' } }])
  })
}

/** Takes an unpacked parcel's goods back into stock and their reservation, as they were; does nothing when that is done. */
export async function finishUnpacking(container: MedusaContainer, parcelId: string): Promise<void> {
  const parcel = await readParcel(container, parcelId)
  if (parcel?.state !== 'unpacked' || parcel.fulfillment_id === null) return
  const [fulfilment] = await graph<{ id: string; canceled_at: string | null }>(container, {
    entity: 'fulfillment',
    fields: ['id', 'canceled_at'],
    filters: { id: parcel.fulfillment_id },
  })
  if (fulfilment && fulfilment.canceled_at === null) {
    await cancelOrderFulfillmentWorkflow(container).run({
      input: { order_id: parcel.order_id, fulfillment_id: parcel.fulfillment_id, no_notification: true },
    })
  }
  await inTransaction(container, (sql) =>
    sql.query('UPDATE parcel SET fulfillment_id = NULL, updated_at = now() WHERE id = ?', [parcelId]),
  )
}

/** Ends what a process that died left half done. In: seconds after which a parcel counts as left. */
export async function finishLeftParcels(container: MedusaContainer, afterSeconds: number): Promise<number> {
  const left = await inTransaction(container, (sql) =>
    sql.query<{ id: string; state: string }>(
      `SELECT id, state FROM parcel
       WHERE (state = 'packing' OR (state = 'unpacked' AND fulfillment_id IS NOT NULL))
         AND updated_at < now() - make_interval(secs => ?) ORDER BY updated_at LIMIT 50`,
      [afterSeconds],
    ),
  )
  for (const { id, state } of left) {
    const finish = state === 'packing' ? finishPacking : finishUnpacking
    await finish(container, id).catch((error: unknown) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Parcel ${id} is left for another try: ${messageOf(error)}`),
    )
  }
  return left.length
}

async function readParcel(container: MedusaContainer, id: string): Promise<ParcelRow | null> {
  const [row] = await graph<ParcelRow>(container, {
    entity: 'parcel',
    fields: ['id', 'order_id', 'state', 'fulfillment_id'],
    filters: { id },
  })
  return row ?? null
}

async function fulfilmentOf(container: MedusaContainer, parcel: ParcelRow): Promise<string | null> {
  const [order] = await graph<{
    fulfillments: { id: string; canceled_at: string | null; metadata: { parcel_id?: string } | null }[] | null
  }>(container, {
    entity: 'order',
    fields: ['id', 'fulfillments.id', 'fulfillments.canceled_at', 'fulfillments.metadata'],
    filters: { id: parcel.order_id },
  })
  const made = order?.fulfillments?.find((each) => each.metadata?.parcel_id === parcel.id && each.canceled_at === null)
  return made?.id ?? null
}

async function fulfil(container: MedusaContainer, parcel: ParcelRow): Promise<string> {
  const lines = await graph<{ line_id: string; quantity: number }>(container, {
    entity: 'parcel_line',
    fields: ['line_id', 'quantity'],
    filters: { parcel_id: parcel.id },
  })
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: parcel.order_id,
      items: lines.map(({ line_id, quantity }) => ({ id: line_id, quantity })),
      no_notification: true,
      metadata: { parcel_id: parcel.id },
    },
  })
  return result.id
}

async function dropParcel(sql: Sql, id: string): Promise<void> {
  const [held] = await sql.query(`SELECT id FROM parcel WHERE id = ? AND state = 'packing' FOR UPDATE`, [id])
  if (!held) return
  for (const table of ['parcel_unit', 'parcel_lot', 'parcel_line']) {
    await sql.query(`DELETE FROM ${table} WHERE parcel_id = ?`, [id])
  }
  await sql.query('DELETE FROM parcel WHERE id = ?', [id])
}
