import { z } from '@medusajs/framework/zod'

export const NoQuerySchema = z.object({})

const id = z.string().trim().min(1).max(200)

/** `before`: the last id of the page before; `day` at +07. */
export const AuditQuerySchema = z.object({
  before: id.optional(),
  day: z.iso.date().optional(),
  subjectType: z
    .string()
    .regex(/^[a-z_]{2,40}$/)
    .optional(),
  subjectId: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.infer<typeof AuditQuerySchema>

/** `month`: yyyy-mm. */
export const CalendarQuerySchema = z.object({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
})
export type CalendarQuery = z.infer<typeof CalendarQuerySchema>
