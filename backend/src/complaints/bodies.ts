import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'
import { COMPLAINT_KINDS } from '../modules/complaint/kinds'

const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

/** An e-mail address or a Vietnamese phone number, so that there is somewhere to answer. */
const contact = line(5, 200).refine(
  (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || /^(\+84|0)\d{9,10}$/.test(text.replace(/[\s.\-()]/g, '')),
)

export const ComplaintBodySchema = z.object({
  requestKey: z.uuid(),
  kind: z.enum(COMPLAINT_KINDS),
  about: z.preprocess((value) => (value === '' ? null : value), line(1, 200).nullish()),
  name: line(2, 100),
  contact,
  message: z.string().trim().min(10).max(5_000),
})
export type ComplaintBody = z.infer<typeof ComplaintBodySchema>
export const COMPLAINT_CODES: FieldCodes = {
  kind: 'complaint_kind',
  about: 'complaint_about',
  name: 'complaint_name',
  contact: 'complaint_contact',
  message: 'complaint_message',
}

/** What was done: taken up, or answered. The words go to who complained; an answer needs them. */
export const ComplaintStepBodySchema = z.object({
  state: z.enum(['working', 'answered']),
  words: z.string().trim().max(5_000).nullish(),
})
export type ComplaintStepBody = z.infer<typeof ComplaintStepBodySchema>

export const ComplaintsQuerySchema = z.object({
  state: z.enum(['open', 'answered', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type ComplaintsQuery = z.infer<typeof ComplaintsQuerySchema>
