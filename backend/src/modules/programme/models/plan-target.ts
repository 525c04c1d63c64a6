import { model } from '@medusajs/framework/utils'
import { PLAN_MEASURES } from '../plan-measures'

/**
 * What a plan promises for a year and a place. Never changed: a new target for the same ends the old one, so that a report of a past day
 * shows what was planned then.
 */
export const PlanTarget = model
  .define('PlanTarget', {
    id: model.id({ prefix: 'plan' }).primaryKey(),
    year: model.number(),
    /** Null for the whole country. */
    province_code: model.text().nullable(),
    /** A place inside the province as the plan prints it; empty for the whole province. */
    place: model.text().default(''),
    measure: model.enum([...PLAN_MEASURES]),
    target: model.number(),
    /** The document that sets it, or figures that a document gives for a place. */
    source: model.text(),
    /** What the document itself says was reached; null where it says nothing. */
    stated_result: model.number().nullable(),
    /** Who wrote it down; null for the documents' own figures. */
    official_id: model.text().nullable(),
    /** When another took its place. */
    ended_at: model.dateTime().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_plan_target_standing_unique',
      on: ['year', 'province_code', 'place', 'measure'],
      unique: true,
      where: 'ended_at IS NULL AND deleted_at IS NULL',
    },
  ])
  .checks([{ name: 'CHK_plan_target_not_negative', expression: (c) => `${c.target} >= 0` }])
