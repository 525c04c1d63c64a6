import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { readPhone } from '../sellers/phone-number'
import type { AskStayBody } from './bodies'
import { freeGuests, rangesOf } from './capacity'
import { STAY_CONSENT } from './consent'
import { readFree, readHouse } from './house'
import { stayToken } from './stay-link'
import { requireStayProduct, type StayProduct } from './stay-product'
import { lockStay } from './stay-row'
import { dayPlus, daysProblem, MOST_GUESTS, MOST_NIGHTS, STAY_AHEAD_DAYS, type StayDays } from './stay-rules'
import { tellAsked } from './tell-stay'

/** What a buyer has to know to ask: whom, which days are not to be had, and the words they agree to. */
export interface StayForm {
  product: { title: string; handle: string }
  producer: { name: string; handle: string }
  today: string
  lastDay: string
  mostNights: number
  mostGuests: number
  /** Days on which nobody more is taken. */
  closed: StayDays[]
  consent: { version: string; text: string }
}

/** Reads what is to be known before asking. Throws ApiError 404 for what is no homestay or tour that can be asked for. */
export async function readStayForm(container: MedusaContainer, handle: string, locale: 'vi' | 'en'): Promise<StayForm> {
  const today = vietnamDay(new Date())
  const lastDay = dayPlus(today, STAY_AHEAD_DAYS)
  return await inTransaction(container, async (sql) => {
    const product = await requireStayProduct(sql, handle)
    const { capacity, taken } = await readHouse(sql, product.id, { fromDay: today, toDay: lastDay })
    const days = Array.from({ length: STAY_AHEAD_DAYS + 1 }, (_, no) => dayPlus(today, no))
    const closed = days.filter((day) => freeGuests(capacity, taken, { fromDay: day, toDay: day }) === 0)
    return {
      ...{ product: { title: product.title, handle: product.handle } },
      ...{ producer: { name: product.producer, handle: product.producerHandle } },
      ...{ today, lastDay, mostNights: MOST_NIGHTS, mostGuests: MOST_GUESTS, closed: rangesOf(closed) },
      consent: { version: STAY_CONSENT.version, text: STAY_CONSENT[locale] },
    }
  })
}

/**
 * Takes a question for days and tells both sides; the same form again is the same enquiry.
 * Out: its id and the token that opens it.
 * Throws ApiError 404 for what cannot be asked for; 400 naming the field when the days, the guests, the contact or the consent are not
 * right; 409 `stay_closed` when the host takes nobody, or not so many, on one of the days.
 */
export async function askStay(
  container: MedusaContainer,
  body: AskStayBody,
  locale: 'vi' | 'en',
): Promise<{ id: string; token: string }> {
  const today = vietnamDay(new Date())
  const known = await inTransaction(container, (sql) => idOfForm(sql, body.requestKey))
  if (known) return { id: known.id, token: stayToken(known.id, known.to_day) }
  const problem = daysProblem(body, today)
  if (problem) throw new ApiError(400, problem.code, { field: problem.field })
  const guests = body.adults + body.children
  if (guests > MOST_GUESTS) throw new ApiError(400, 'stay_guests', { field: 'adults' })
  const phone = body.phone ? readPhone(body.phone) : null
  const email = body.email ?? null
  if (phone === null && email === null) throw new ApiError(400, 'stay_contact', { field: 'phone' })
  if (body.consent !== STAY_CONSENT.version) throw new ApiError(400, 'stay_consent', { field: 'consent' })
  return await inTransaction(container, async (sql) => {
    const product = await requireStayProduct(sql, body.handle)
    const free = await readFree(sql, product.id, body)
    if (free !== null && free < guests) throw new ApiError(409, 'stay_closed', { field: 'fromDay' })
    const id = generateEntityId(undefined, 'stay')
    if (!(await insert(sql, id, product, { ...body, phone, email }, locale))) {
      // Two copies of one form at once: the one that came second finds the first.
      const first = await idOfForm(sql, body.requestKey)
      if (!first) throw new ApiError(503, 'busy')
      return { id: first.id, token: stayToken(first.id, first.to_day) }
    }
    await tellAsked(sql, await lockStay(sql, id))
    return { id, token: stayToken(id, body.toDay) }
  })
}

async function idOfForm(sql: Sql, requestKey: string): Promise<{ id: string; to_day: string } | undefined> {
  const [row] = await sql.query<{ id: string; to_day: string }>(
    'SELECT id, to_day FROM stay_enquiry WHERE request_key = ?',
    [requestKey],
  )
  return row
}

async function insert(
  sql: Sql,
  id: string,
  product: StayProduct,
  body: AskStayBody,
  locale: 'vi' | 'en',
): Promise<boolean> {
  const rows = await sql.query(
    `INSERT INTO stay_enquiry (id, request_key, product_id, producer_id, from_day, to_day, adults, children, name, phone, email, note,
       consent_version, locale, asked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now()) ON CONFLICT (request_key) DO NOTHING RETURNING 1`,
    [
      ...[id, body.requestKey, product.id, product.producerId, body.fromDay, body.toDay, body.adults, body.children],
      ...[body.name, body.phone ?? null, body.email ?? null, body.note ?? null, body.consent, locale],
    ],
  )
  return rows.length > 0
}
