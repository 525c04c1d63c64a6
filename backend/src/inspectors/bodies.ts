import { z } from '@medusajs/framework/zod'
import { FINDINGS } from '../modules/inspection/findings'

const line = (most: number) => z.string().trim().min(1).max(most)
const key = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/)
const instant = z.iso.datetime({ offset: true })
const province = z.string().regex(/^[0-9]{2}$/)
const edition = z.string().regex(/^[0-9a-f]{64}$/)

export const NoQuerySchema = z.object({})

export const BundleQuerySchema = z.object({ since: edition.optional() })
export type BundleQuery = z.infer<typeof BundleQuerySchema>

export const AlertsQuerySchema = z.object({
  province: province.optional(),
  product: line(200).optional(),
  level: z.enum(['watch', 'suspect']).optional(),
  state: z.enum(['open', 'closed', 'all']).optional(),
})
export type AlertsQuery = z.infer<typeof AlertsQuerySchema>

export const RecordsQuerySchema = z.object({
  state: z.enum(['open', 'closed', 'all']).default('all'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type RecordsQuery = z.infer<typeof RecordsQuerySchema>

/** What the phone said on the spot: kept as it was said, with how old its knowledge was. */
const verdict = z.strictObject({
  finding: line(40),
  sentences: z.array(line(600)).max(30),
  checkedAt: instant,
  knownAt: instant.nullable(),
  edition: edition.nullable(),
})

export const RecordBodySchema = z.object({
  requestKey: key,
  provinceCode: province,
  place: line(300),
  foundAt: instant,
  deviceNow: instant,
  scanned: line(2_000).nullable().default(null),
  productRef: line(200).nullable().default(null),
  productName: line(300),
  seller: line(300),
  findings: z
    .array(z.enum(FINDINGS))
    .min(1)
    .max(FINDINGS.length)
    .refine((all) => new Set(all).size === all.length && (all.length === 1 || !all.includes('none'))),
  notes: z.string().trim().max(5_000).default(''),
  verdict: verdict.nullable().default(null),
  followUpBy: z.iso.date().nullable().default(null),
  photos: z.array(line(200)).max(12).default([]),
})
export type RecordBody = z.infer<typeof RecordBodySchema>

export const CloseBodySchema = z.object({ note: z.string().trim().min(5).max(2_000) })
export type CloseBody = z.infer<typeof CloseBodySchema>

export const LookUpsBodySchema = z.object({
  deviceNow: instant,
  lookUps: z
    .array(z.strictObject({ requestKey: key, askedAt: instant, scanned: z.string().max(2_000), outcome: line(40) }))
    .min(1)
    .max(200),
})
export type LookUpsBody = z.infer<typeof LookUpsBodySchema>

export const RECORD_CODES = { findings: 'finding_invalid' } as const
