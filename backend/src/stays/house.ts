import type { Sql } from '../money/in-transaction'
import { type Capacity, freeGuests, type Taken } from './capacity'
import type { StayDays } from './stay-rules'

/**
 * Takes the lock of a place: whoever accepts for it, or changes what it takes, waits here, so that guests are never counted twice.
 * Taken before the row of an enquiry.
 */
export async function lockHouse(sql: Sql, productId: string, producerId: string): Promise<void> {
  await sql.query(
    'INSERT INTO stay_house (product_id, producer_id) VALUES (?, ?) ON CONFLICT (product_id) DO NOTHING',
    [productId, producerId],
  )
  await sql.query('SELECT 1 FROM stay_house WHERE product_id = ? FOR UPDATE', [productId])
}

/** What a place takes, and the stays that have their place already, between two days, both included. */
export async function readHouse(
  sql: Sql,
  productId: string,
  { fromDay, toDay }: StayDays,
): Promise<{ capacity: Capacity; taken: Taken[] }> {
  const [house] = await sql.query<{ guests_per_day: number | null }>(
    'SELECT guests_per_day FROM stay_house WHERE product_id = ?',
    [productId],
  )
  const own = await sql.query<{ day: string; guests: number }>(
    'SELECT day, guests FROM stay_calendar WHERE product_id = ? AND day BETWEEN ? AND ?',
    [productId, fromDay, toDay],
  )
  const taken = await sql.query<Taken>(
    `SELECT from_day AS "fromDay", to_day AS "toDay", adults + children AS guests FROM stay_enquiry
     WHERE product_id = ? AND state IN ('accepted', 'done') AND from_day <= ? AND to_day >= ?`,
    [productId, toDay, fromDay],
  )
  return {
    capacity: { usual: house?.guests_per_day ?? null, own: new Map(own.map(({ day, guests }) => [day, guests])) },
    taken,
  }
}

/** How many guests more a place takes on these days; null when the host does not count. */
export async function readFree(sql: Sql, productId: string, days: StayDays): Promise<number | null> {
  const { capacity, taken } = await readHouse(sql, productId, days)
  return freeGuests(capacity, taken, days)
}
