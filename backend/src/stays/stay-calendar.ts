import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { requireOwnListing } from '../listings/own-listings'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { CalendarDaysBody } from './bodies'
import { capacityOn, takenOn } from './capacity'
import { lockHouse, readHouse } from './house'
import { IS_STAY } from './stay-product'
import { dayPlus, STAY_AHEAD_DAYS } from './stay-rules'

type Host = Pick<Tenant, 'memberId' | 'producerId'>

export interface StayPlace {
  id: string
  title: string
}

/** One day of a place: how many guests it takes (null: not counted), whether that is the day's own number, and who comes already. */
export interface StayDay {
  day: string
  capacity: number | null
  own: boolean
  taken: number
}

export interface StayMonth {
  product: StayPlace
  /** yyyy-mm. */
  month: string
  today: string
  lastDay: string
  guestsPerDay: number | null
  days: StayDay[]
}

/** The homestays and tours of a producer by name. */
export async function readOwnPlaces(container: MedusaContainer, producerId: string): Promise<StayPlace[]> {
  return await inTransaction(container, (sql) =>
    sql.query<StayPlace>(
      `SELECT p.id, p.title FROM product p JOIN product_product_producer_producer l ON l.product_id = p.id AND l.deleted_at IS NULL
       WHERE l.producer_id = ? AND p.deleted_at IS NULL AND ${IS_STAY} ORDER BY p.title, p.id`,
      [producerId],
    ),
  )
}

/** A month of a place's calendar, this one unless another is named. Throws ApiError 404 for what is no homestay or tour of the tenant's. */
export async function readStayMonth(
  container: MedusaContainer,
  host: Host,
  productId: string,
  asked: string | undefined,
): Promise<StayMonth> {
  const today = vietnamDay(new Date())
  const month = asked ?? today.slice(0, 7)
  const [year = 0, of = 1] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, of, 0)).getUTCDate()
  const days = Array.from({ length: count }, (_, no) => dayPlus(`${month}-01`, no))
  return await inTransaction(container, async (sql) => {
    const product = await requireOwnPlace(sql, host, productId)
    const { capacity, taken } = await readHouse(sql, productId, {
      fromDay: `${month}-01`,
      toDay: days.at(-1) ?? `${month}-28`,
    })
    return {
      ...{ product, month, today, lastDay: dayPlus(today, STAY_AHEAD_DAYS), guestsPerDay: capacity.usual },
      days: days.map((day) => ({
        ...{ day, capacity: capacityOn(capacity, day), own: capacity.own.has(day), taken: takenOn(taken, day) },
      })),
    }
  })
}

/** Says how many guests a place usually takes a day; null: the host does not count. Stays that are accepted are kept. Throws ApiError 404. */
export async function setGuestsPerDay(
  container: MedusaContainer,
  host: Host,
  productId: string,
  guestsPerDay: number | null,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await requireOwnPlace(sql, host, productId)
    await lockHouse(sql, productId, host.producerId)
    await sql.query('UPDATE stay_house SET guests_per_day = ?, updated_at = now() WHERE product_id = ?', [
      guestsPerDay,
      productId,
    ])
  })
}

/**
 * Closes days, gives them a number of guests of their own, or their usual one back. Stays that are accepted are kept: the host declines
 * them one by one, with a reason. Throws ApiError 404; 400 naming the field for days that are past, in the wrong order or too far ahead.
 */
export async function setCalendarDays(
  container: MedusaContainer,
  host: Host,
  productId: string,
  { fromDay, toDay, guests }: CalendarDaysBody,
): Promise<void> {
  const today = vietnamDay(new Date())
  if (fromDay < today) throw new ApiError(400, 'stay_from_past', { field: 'fromDay' })
  if (toDay < fromDay) throw new ApiError(400, 'stay_to_before', { field: 'toDay' })
  if (toDay > dayPlus(today, STAY_AHEAD_DAYS)) throw new ApiError(400, 'stay_too_far', { field: 'toDay' })
  await inTransaction(container, async (sql) => {
    await requireOwnPlace(sql, host, productId)
    await lockHouse(sql, productId, host.producerId)
    await sql.query('DELETE FROM stay_calendar WHERE product_id = ? AND day BETWEEN ? AND ?', [
      productId,
      fromDay,
      toDay,
    ])
    if (guests === null) return
    for (let day = fromDay; day <= toDay; day = dayPlus(day, 1)) {
      await sql.query('INSERT INTO stay_calendar (id, product_id, day, guests) VALUES (?, ?, ?, ?)', [
        ...[generateEntityId(undefined, 'scal'), productId, day, guests],
      ])
    }
  })
}

async function requireOwnPlace(sql: Sql, host: Host, productId: string): Promise<StayPlace> {
  await requireOwnListing(sql, host, productId)
  const [place] = await sql.query<StayPlace>(
    `SELECT p.id, p.title FROM product p WHERE p.id = ? AND p.deleted_at IS NULL AND ${IS_STAY}`,
    [productId],
  )
  if (!place) throw new ApiError(404, 'not_found')
  return place
}
