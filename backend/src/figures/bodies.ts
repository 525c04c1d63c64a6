import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'
import { PLAN_MEASURES } from '../modules/programme/plan-measures'

const province = z
  .string()
  .regex(/^[0-9]{2}$/)
  .optional()

/** `province`: one province; all of the country without it. */
export const ReportsQuerySchema = z.object({ province })
export type ReportsQuery = z.infer<typeof ReportsQuerySchema>

/** `edition`: a report as it was handed in; counted anew without it. */
export const ReportQuerySchema = z.object({ province, edition: z.coerce.number().int().min(1).max(1_000).optional() })
export type ReportQuery = z.infer<typeof ReportQuerySchema>

/** `note`: why there is a further edition. */
export const ReleaseBodySchema = z.object({
  province: province.nullable().default(null),
  note: z.string().trim().max(500).default(''),
})
export type ReleaseBody = z.infer<typeof ReleaseBodySchema>

export const PlanTargetBodySchema = z.object({
  year: z.number().int().min(2018).max(2099),
  province: province.nullable().default(null),
  place: z.string().trim().max(120).default(''),
  measure: z.enum(PLAN_MEASURES),
  target: z.number().int().min(0).max(1_000_000),
  source: z.string().trim().min(3).max(300),
})
export type PlanTargetBody = z.infer<typeof PlanTargetBodySchema>

export const REPORT_CODES: FieldCodes = {
  province: 'province_unknown',
  period: 'report_period',
  note: 'note_too_long',
  year: 'plan_year',
  target: 'plan_target',
  source: 'plan_source',
}
