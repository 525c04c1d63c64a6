import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'
import { STAY_STATES } from '../modules/stay/states'
import { readPhone } from '../sellers/phone-number'
import { MOST_GUESTS } from './stay-rules'

const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const line = (least: number, most: number) => text(least, most).regex(/^[^\p{Cc}]*$/u)
/** An empty field of a form is none. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : value), schema.nullish())
const day = z.iso.date()
const page = {
  limit: z.coerce.number().int().min(1).max(50).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
}

/** A question for days. `consent`: the wording agreed to. Phone or e-mail is needed: `askStay` refuses neither. */
export const AskStayBodySchema = z.object({
  requestKey: z.uuid(),
  handle: z.string().regex(/^[a-z0-9-]{1,200}$/),
  fromDay: day,
  toDay: day,
  adults: z.number().int().min(1).max(MOST_GUESTS),
  children: z
    .number()
    .int()
    .min(0)
    .max(MOST_GUESTS - 1)
    .default(0),
  name: line(2, 80),
  phone: orNull(line(8, 20).refine((typed) => readPhone(typed) !== null)),
  email: orNull(z.string().trim().toLowerCase().max(200).pipe(z.email())),
  note: orNull(text(1, 1_000)),
  consent: z.string().min(1).max(20),
})
export type AskStayBody = z.infer<typeof AskStayBodySchema>
export const ASK_STAY_CODES: FieldCodes = {
  fromDay: 'stay_days',
  toDay: 'stay_days',
  adults: 'stay_guests',
  children: 'stay_guests',
  name: 'stay_name',
  phone: 'phone_invalid',
  email: 'email_invalid',
  note: 'stay_note',
  consent: 'stay_consent',
}

/** Which offer is accepted: the one the buyer has seen. */
export const AcceptStayBodySchema = z.object({ offerNo: z.number().int().min(1).max(1_000_000) })
export type AcceptStayBody = z.infer<typeof AcceptStayBodySchema>

export const WithdrawStayBodySchema = z.object({})

/** A host's offer. Whole đồng for everybody and all days; `until`: the last day to accept. */
export const OfferStayBodySchema = z.object({
  price: z.number().int().min(0).max(10_000_000_000),
  included: text(2, 1_000),
  words: orNull(text(1, 1_000)),
  until: day,
})
export type OfferStayBody = z.infer<typeof OfferStayBodySchema>
export const OFFER_STAY_CODES: FieldCodes = {
  price: 'stay_price',
  included: 'stay_included',
  words: 'stay_words',
  until: 'stay_until',
}

export const DeclineStayBodySchema = z.object({ reason: text(5, 500) })
export type DeclineStayBody = z.infer<typeof DeclineStayBodySchema>
export const DECLINE_STAY_CODES: FieldCodes = { reason: 'stay_reason' }

export const CloseStayBodySchema = z.object({ outcome: z.enum(['done', 'no_show']) })
export type CloseStayBody = z.infer<typeof CloseStayBodySchema>

/** What the host sees: what waits for an answer, for the buyer, for the guests, for a word after the stay, and the rest. */
export const STAY_FILTERS = ['asked', 'offered', 'coming', 'to_close', 'past'] as const
export type StayFilter = (typeof STAY_FILTERS)[number]
export const StaysQuerySchema = z.object({ filter: z.enum(STAY_FILTERS).default('asked'), ...page })
export type StaysQuery = z.infer<typeof StaysQuerySchema>

export const AdminStaysQuerySchema = z.object({ state: z.enum(['all', ...STAY_STATES]).default('all'), ...page })
export type AdminStaysQuery = z.infer<typeof AdminStaysQuerySchema>

export const CalendarQuerySchema = z.object({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
})
export type CalendarQuery = z.infer<typeof CalendarQuerySchema>

/** `guestsPerDay`: null when the host does not count. */
export const HouseBodySchema = z.object({ guestsPerDay: z.number().int().min(1).max(1_000).nullable() })
export type HouseBody = z.infer<typeof HouseBodySchema>
export const HOUSE_CODES: FieldCodes = { guestsPerDay: 'stay_capacity' }

/** `guests`: 0 closes the days, null gives them the usual number back. */
export const CalendarDaysBodySchema = z.object({
  fromDay: day,
  toDay: day,
  guests: z.number().int().min(0).max(1_000).nullable(),
})
export type CalendarDaysBody = z.infer<typeof CalendarDaysBodySchema>
export const CALENDAR_CODES: FieldCodes = {
  fromDay: 'stay_days',
  toDay: 'stay_days',
  guests: 'stay_capacity',
}
