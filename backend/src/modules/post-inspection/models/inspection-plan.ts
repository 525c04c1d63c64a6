import { model } from '@medusajs/framework/utils'
import { PLAN_LEVELS } from '../kinds'

/** Kế hoạch hậu kiểm: what a province or the ministry means to look at in a year (QĐ 26/2026 art. 9). */
export const InspectionPlan = model
  .define('InspectionPlan', {
    id: model.id({ prefix: 'iplan' }).primaryKey(),
    year: model.number(),
    level: model.enum([...PLAN_LEVELS]),
    /** Two digits; null for the ministry's. */
    province_code: model.text().nullable(),
    title: model.text(),
    /** Of the decision that approved it; null while it is a draft. */
    decision_number: model.text().nullable(),
    decision_date: model.text().nullable(),
    state: model.enum(['draft', 'approved']).default('draft'),
    drafted_by: model.text(),
    approved_by: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_inspection_plan_year', on: ['year', 'province_code'], where: 'deleted_at IS NULL' }])
