import { z } from 'zod'

export const COMPLAINT_KINDS = ['order', 'product', 'seller', 'refund', 'personal_data', 'site', 'other'] as const

/** A complaint. Messages are keys of `i18n/site-pages.ts`. */
export const complaintSchema = z.object({
  kind: z.enum(COMPLAINT_KINDS, 'errorKind'),
  about: z.string().trim().max(200, 'errorAbout'),
  name: z.string().trim().min(2, 'errorName').max(100, 'errorName'),
  contact: z
    .string()
    .trim()
    .max(200, 'errorContact')
    .refine(
      (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || /^(\+84|0)\d{9,10}$/.test(text.replace(/[\s.\-()]/g, '')),
      'errorContact',
    ),
  message: z.string().trim().min(10, 'errorMessage').max(5_000, 'errorMessage'),
})
