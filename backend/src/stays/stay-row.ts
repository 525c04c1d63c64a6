import { ApiError } from '../http/api-error'
import type { StayState } from '../modules/stay/states'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { afterDeed, type StayDays, type StayDeed } from './stay-rules'

/** An enquiry as it is stored, with the names it is known by. */
export interface Stay extends StayDays {
  id: string
  productId: string
  producerId: string
  product: string
  handle: string
  producer: string
  producerHandle: string
  producerPhone: string | null
  /** The producer may sell, and the product is shown. */
  open: boolean
  adults: number
  children: number
  name: string | null
  phone: string | null
  email: string | null
  note: string | null
  locale: 'vi' | 'en'
  state: StayState
  askedAt: Date
  offerNo: number
  /** Whole đồng. */
  price: number | null
  included: string | null
  words: string | null
  offerUntil: string | null
  declineReason: string | null
  erased: boolean
}

/** Whoever `Stay` is read by adds a condition and, to change it, `FOR UPDATE OF e`. */
export const SELECT_STAY = `
  SELECT e.id, e.product_id AS "productId", e.producer_id AS "producerId", coalesce(p.title, '') AS product,
    coalesce(p.handle, '') AS handle, coalesce(s.name, '') AS producer, coalesce(s.handle, '') AS "producerHandle",
    s.phone AS "producerPhone",
    coalesce(s.status = 'open' AND p.status = 'published' AND p.deleted_at IS NULL, false) AS open,
    e.from_day AS "fromDay", e.to_day AS "toDay", e.adults, e.children, e.name, e.phone, e.email, e.note, e.locale, e.state,
    e.asked_at AS "askedAt", e.offer_no AS "offerNo", e.price, e.included, e.words, e.offer_until AS "offerUntil",
    e.decline_reason AS "declineReason", e.erased_at IS NOT NULL AS erased
  FROM stay_enquiry e LEFT JOIN product p ON p.id = e.product_id LEFT JOIN producer s ON s.id = e.producer_id`

type Row = Omit<Stay, 'price'> & { price: unknown }

/** In: a row of `SELECT_STAY`. */
export function toStay(row: Row): Stay {
  return { ...row, price: row.price === null ? null : toDong(row.price) }
}

/** Reads enquiries with a condition, an order and a page put behind `SELECT_STAY`. */
export async function selectStays(sql: Sql, rest: string, values: readonly unknown[]): Promise<Stay[]> {
  return (await sql.query<Row>(`${SELECT_STAY} ${rest}`, values)).map(toStay)
}

/** Locks an enquiry. Throws ApiError 404. */
export async function lockStay(sql: Sql, id: string): Promise<Stay> {
  const [stay] = await selectStays(sql, 'WHERE e.id = ? FOR UPDATE OF e', [id])
  if (!stay) throw new ApiError(404, 'not_found')
  return stay
}

/** The state after a deed of today (+07). Throws ApiError 409 with the reason why it cannot be done. */
export function requireDeed(stay: Stay, deed: StayDeed, today: string): StayState {
  const after = afterDeed(stay, deed, today)
  if ('code' in after) throw new ApiError(409, after.code)
  return after.state
}

/** Guests of an enquiry, grown up or not. */
export function guestsOf({ adults, children }: Pick<Stay, 'adults' | 'children'>): number {
  return adults + children
}
