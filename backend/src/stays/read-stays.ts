import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import type { StayState } from '../modules/stay/states'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { AdminStaysQuery, StayFilter, StaysQuery } from './bodies'
import { readFree } from './house'
import { type Stay, selectStays } from './stay-row'
import { nightsOf, openDeeds, type StayDays, type StayDeed, standingOn } from './stay-rules'

/** An enquiry for its buyer. Days yyyy-mm-dd, moments UTC, whole đồng. */
export interface StayView extends StayDays {
  id: string
  state: StayState
  product: { title: string; handle: string }
  producer: { name: string; handle: string; phone: string | null }
  nights: number
  adults: number
  children: number
  name: string | null
  note: string | null
  askedAt: string
  offer: StayOffer | null
  declineReason: string | null
  /** Contact and words were erased after the time of keeping. */
  erased: boolean
  /** What may be done today, by whichever side. */
  deeds: StayDeed[]
}

export interface StayOffer {
  no: number
  price: number
  included: string
  words: string | null
  /** Last day to accept. */
  until: string
}

/** The same for the host: whom to answer, and how many more guests there is room for. */
export interface HostStayView extends StayView {
  phone: string | null
  email: string | null
  /** Null when the host does not count. */
  freeGuests: number | null
}

/** What the host reads of an enquiry in a list, and the operator, who has nothing to do with the contact. */
export interface StayLine extends StayDays {
  id: string
  state: StayState
  product: string
  producer: string
  name: string | null
  adults: number
  children: number
  price: number | null
  offerUntil: string | null
  askedAt: string
}

/** An enquiry the caller has proven to hold. Throws ApiError 404. */
export async function readStay(container: MedusaContainer, id: string): Promise<StayView> {
  return await inTransaction(container, async (sql) => viewOf(await requireStay(sql, id), vietnamDay(new Date())))
}

/** An enquiry for its host, whose row the door has asked for. Throws ApiError 404. */
export async function readHostStay(container: MedusaContainer, producerId: string, id: string): Promise<HostStayView> {
  return await inTransaction(container, async (sql) => {
    const stay = await requireStay(sql, id)
    if (stay.producerId !== producerId) throw new ApiError(404, 'not_found')
    const free = await readFree(sql, stay.productId, stay)
    const { phone, email } = stay
    return { ...viewOf(stay, vietnamDay(new Date())), phone, email, freeGuests: free }
  })
}

/** Conditions of the host's lists, with how often `?` stands for today, and their order. */
const LISTS: Record<StayFilter, { where: string; order: string }> = {
  asked: { where: `e.state = 'asked' AND e.from_day >= $today`, order: 'e.asked_at, e.id' },
  offered: { where: `e.state = 'offered' AND e.offer_until >= $today`, order: 'e.offer_until, e.id' },
  coming: { where: `e.state = 'accepted' AND e.to_day > $today`, order: 'e.from_day, e.id' },
  to_close: { where: `e.state = 'accepted' AND e.to_day <= $today`, order: 'e.from_day, e.id' },
  past: {
    where: `(e.state IN ('declined', 'withdrawn', 'expired', 'done', 'no_show') OR (e.state = 'asked' AND e.from_day < $today)
      OR (e.state = 'offered' AND e.offer_until < $today))`,
    order: 'e.from_day DESC, e.id DESC',
  },
}

export type StayCounts = Record<StayFilter, number>

/** A page of a host's enquiries, and how many each list has. */
export async function readHostStays(
  container: MedusaContainer,
  producerId: string,
  { filter, limit, offset }: StaysQuery,
): Promise<{ stays: StayLine[]; count: number; counts: StayCounts }> {
  const today = vietnamDay(new Date())
  return await inTransaction(container, async (sql) => {
    const counts = await countStays(sql, producerId, today)
    const { text, values } = onToday(LISTS[filter].where, today)
    const rows = await selectStays(
      sql,
      `WHERE e.producer_id = ? AND ${text} ORDER BY ${LISTS[filter].order} LIMIT ? OFFSET ?`,
      [producerId, ...values, limit, offset],
    )
    return { stays: rows.map((row) => lineOf(row, today)), count: counts[filter], counts }
  })
}

/** How many enquiries of a host stand in each list. In: today at +07. */
export async function countStays(sql: Sql, producerId: string, today: string): Promise<StayCounts> {
  const parts = (Object.keys(LISTS) as StayFilter[]).map((filter) => ({
    ...onToday(LISTS[filter].where, today),
    filter,
  }))
  const [row] = await sql.query<StayCounts>(
    `SELECT ${parts.map(({ filter, text }) => `(count(*) FILTER (WHERE ${text}))::int AS "${filter}"`).join(', ')}
     FROM stay_enquiry e WHERE e.producer_id = ?`,
    [...parts.flatMap(({ values }) => values), producerId],
  )
  return row ?? { asked: 0, offered: 0, coming: 0, to_close: 0, past: 0 }
}

/** A page of enquiries for the operator, the latest first; without anybody's name or contact. */
export async function readDeskStays(
  container: MedusaContainer,
  { state, limit, offset }: AdminStaysQuery,
): Promise<{ stays: StayLine[]; count: number }> {
  const today = vietnamDay(new Date())
  const where = state === 'all' ? '' : 'WHERE e.state = ?'
  const values = state === 'all' ? [] : [state]
  return await inTransaction(container, async (sql) => {
    const rows = await selectStays(sql, `${where} ORDER BY e.asked_at DESC, e.id DESC LIMIT ? OFFSET ?`, [
      ...values,
      ...[limit, offset],
    ])
    const [all] = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM stay_enquiry e ${where}`,
      values,
    )
    return { stays: rows.map((row) => ({ ...lineOf(row, today), name: null })), count: all?.count ?? 0 }
  })
}

async function requireStay(sql: Sql, id: string): Promise<Stay> {
  const [stay] = await selectStays(sql, 'WHERE e.id = ?', [id])
  if (!stay) throw new ApiError(404, 'not_found')
  return stay
}

function onToday(condition: string, today: string): { text: string; values: string[] } {
  const parts = condition.split('$today')
  return { text: parts.join('?'), values: parts.slice(1).map(() => today) }
}

function viewOf(stay: Stay, today: string): StayView {
  const { id, fromDay, toDay, adults, children, name, note, price, included, offerUntil } = stay
  return {
    ...{ id, fromDay, toDay, adults, children, name, note, state: standingOn(stay, today), nights: nightsOf(stay) },
    product: { title: stay.product, handle: stay.handle },
    producer: { name: stay.producer, handle: stay.producerHandle, phone: stay.producerPhone },
    askedAt: new Date(stay.askedAt).toISOString(),
    offer:
      price === null || offerUntil === null
        ? null
        : { no: stay.offerNo, price, included: included ?? '', words: stay.words, until: offerUntil },
    declineReason: stay.declineReason,
    erased: stay.erased,
    deeds: openDeeds(stay, today),
  }
}

function lineOf(stay: Stay, today: string): StayLine {
  const { id, fromDay, toDay, product, producer, name, adults, children, price, offerUntil } = stay
  return {
    ...{ id, fromDay, toDay, product, producer, name, adults, children, price, offerUntil },
    state: standingOn(stay, today),
    askedAt: new Date(stay.askedAt).toISOString(),
  }
}
