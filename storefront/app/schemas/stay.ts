import { z } from 'zod'
import { normalisePhone } from './delivery.ts'

/** Longest accepted texts; also the `maxlength` of their inputs. */
export const STAY_LIMITS = { name: 80, phone: 20, email: 200, note: 1_000 } as const

const count = (least: number, most: number, message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
const orNull = (text: string) => (text === '' ? null : text)

/** A question for days. Whether the days can be had is the backend's to say. Messages are keys of `i18n/stays.ts`. */
export const askStaySchema = z.object({
  fromDay: z.iso.date('errorFromDay'),
  toDay: z.iso.date('errorToDay'),
  adults: count(1, 200, 'errorAdults'),
  children: z
    .string()
    .transform((text) => (text.trim() === '' ? '0' : text))
    .pipe(count(0, 199, 'errorChildren')),
  name: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(2, 'errorName').max(STAY_LIMITS.name, 'errorName')),
  phone: z.string().transform((typed, context) => {
    if (typed.trim() === '') return null
    const phone = normalisePhone(typed)
    if (phone) return phone
    context.addIssue({ code: 'custom', message: 'errorPhone' })
    return z.NEVER
  }),
  email: z
    .string()
    .trim()
    .pipe(z.union([z.literal(''), z.email('errorEmail').max(STAY_LIMITS.email, 'errorEmail')], 'errorEmail'))
    .transform(orNull),
  note: z.string().trim().max(STAY_LIMITS.note, 'errorNote').transform(orNull),
  consent: z.string().min(1, 'errorConsent'),
})
export type AskStay = z.output<typeof askStaySchema>
