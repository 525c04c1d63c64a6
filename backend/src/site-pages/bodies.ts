import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(2)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
/** Markdown without a heading of the first level: the title is one already. */
const body = z
  .string()
  .trim()
  .min(20)
  .max(60_000)
  .refine((text) => !/^# /m.test(text))

/** A new wording. `publishedFrom` is a moment from now on; without it the wording is in force at once. */
export const SitePageBodySchema = z.object({
  titleVi: line(120),
  titleEn: line(120),
  leadVi: line(400),
  leadEn: line(400),
  bodyVi: body,
  bodyEn: body,
  publishedFrom: z.iso.datetime({ offset: true }).nullish(),
  note: z.string().trim().max(500).nullish(),
  /** Number of the newest wording that the writer has seen, 0 when there was none. */
  after: z.int().min(0),
  sample: z.boolean().default(false),
})
export type SitePageBody = z.infer<typeof SitePageBodySchema>

export const SITE_PAGE_CODES: FieldCodes = {
  titleVi: 'page_words',
  titleEn: 'page_words',
  leadVi: 'page_words',
  leadEn: 'page_words',
  bodyVi: 'page_body',
  bodyEn: 'page_body',
  publishedFrom: 'page_moment',
}
