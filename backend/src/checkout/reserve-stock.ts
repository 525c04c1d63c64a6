import { generateEntityId } from '@medusajs/framework/utils'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import type { DraftReservation } from './draft-placement'

interface LevelRow {
  id: string
  inventory_item_id: string
  location_id: string
  free: string
}

/**
 * Promises stock to order lines, all or nothing: the levels are locked in one order, the needs of all lines on one item are summed, and
 * nothing is promised that is promised already. Writes what Medusa's inventory module writes, in the caller's transaction.
 * Out: false when there is too little; the caller rolls back.
 */
export async function reserveStock(sql: Sql, reservations: readonly DraftReservation[]): Promise<boolean> {
  if (reservations.length === 0) return true
  const levels = await sql.query<LevelRow>(
    `SELECT id, inventory_item_id, location_id, stocked_quantity - reserved_quantity AS free FROM inventory_level
     WHERE inventory_item_id = ANY(?) AND location_id = ANY(?) AND deleted_at IS NULL
     ORDER BY inventory_item_id, location_id FOR UPDATE`,
    [
      [...new Set(reservations.map(({ itemId }) => itemId))],
      [...new Set(reservations.flatMap(({ locationIds }) => locationIds))],
    ],
  )
  const free = new Map(levels.map((level) => [`${level.inventory_item_id}|${level.location_id}`, toDong(level.free)]))
  const taken = new Map<string, number>()
  for (const reservation of reservations) {
    let missing = reservation.units
    const whole = reservation.locationIds.find((id) => (free.get(`${reservation.itemId}|${id}`) ?? 0) >= missing)
    for (const locationId of whole === undefined ? reservation.locationIds : [whole]) {
      const key = `${reservation.itemId}|${locationId}`
      const units = Math.min(missing, Math.max(0, free.get(key) ?? 0))
      if (units === 0) continue
      missing -= units
      free.set(key, (free.get(key) ?? 0) - units)
      taken.set(key, (taken.get(key) ?? 0) + units)
      await sql.query(
        `INSERT INTO reservation_item (id, line_item_id, inventory_item_id, location_id, quantity, raw_quantity, description)
         VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)`,
        [
          generateEntityId(undefined, 'resitem'),
          reservation.lineId,
          reservation.itemId,
          locationId,
          units,
          raw(units),
          reservation.title,
        ],
      )
    }
    if (missing > 0) return false
  }
  for (const level of levels) {
    const units = taken.get(`${level.inventory_item_id}|${level.location_id}`)
    if (units !== undefined && !(await promise(sql, level.id, units))) return false
  }
  return true
}

async function promise(sql: Sql, levelId: string, units: number): Promise<boolean> {
  const changed = await sql.query(
    `UPDATE inventory_level SET reserved_quantity = reserved_quantity + ?, raw_reserved_quantity =
       jsonb_build_object('value', (reserved_quantity + ?)::text, 'precision', 20), updated_at = now()
     WHERE id = ? AND stocked_quantity - reserved_quantity >= ? RETURNING id`,
    [units, units, levelId, units],
  )
  return changed.length === 1
}

/**
 * Gives the stock promised to an order's lines back, once; what a fulfilment has taken already is no promise any more. In the caller's
 * transaction.
 */
export async function releaseStock(sql: Sql, orderIds: readonly string[]): Promise<void> {
  // Levels in the order in which placing locks them.
  await sql.query(
    `SELECT l.id FROM inventory_level l
     WHERE l.deleted_at IS NULL AND EXISTS (
       SELECT 1 FROM reservation_item r JOIN order_item i ON i.item_id = r.line_item_id
       WHERE i.order_id = ANY(?) AND r.deleted_at IS NULL
         AND r.inventory_item_id = l.inventory_item_id AND r.location_id = l.location_id)
     ORDER BY l.inventory_item_id, l.location_id FOR UPDATE`,
    [[...orderIds]],
  )
  await sql.query(
    `WITH released AS (
       UPDATE reservation_item SET deleted_at = now(), updated_at = now()
       WHERE deleted_at IS NULL AND line_item_id IN (SELECT item_id FROM order_item WHERE order_id = ANY(?))
       RETURNING inventory_item_id, location_id, quantity),
     sums AS (
       SELECT inventory_item_id, location_id, sum(quantity) AS units FROM released GROUP BY 1, 2)
     UPDATE inventory_level l SET reserved_quantity = l.reserved_quantity - s.units, raw_reserved_quantity =
       jsonb_build_object('value', (l.reserved_quantity - s.units)::text, 'precision', 20), updated_at = now()
     FROM sums s WHERE l.inventory_item_id = s.inventory_item_id AND l.location_id = s.location_id AND l.deleted_at IS NULL`,
    [[...orderIds]],
  )
}

function raw(units: number): string {
  return JSON.stringify({ value: String(units), precision: 20 })
}
