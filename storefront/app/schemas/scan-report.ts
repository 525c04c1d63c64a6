import { z } from 'zod'

/** Longest accepted text of each field; also the `maxlength` of its input. */
export const REPORT_LIMITS = { message: 2_000, contact: 120, photoBytes: 10 * 1024 * 1024 } as const

export const REPORT_KINDS = ['different_goods', 'copied_label', 'quality', 'wrong_facts', 'other'] as const

/** A problem after a scan. Messages are keys of the report catalogue. */
export const scanReportSchema = z.object({
  kind: z.enum(REPORT_KINDS, 'errorKind'),
  message: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(5, 'errorMessage').max(REPORT_LIMITS.message, 'errorMessageTooLong')),
  contact: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(REPORT_LIMITS.contact, 'errorContactTooLong')),
})
