import { model } from '@medusajs/framework/utils'
import { TRIGGERS } from '../kinds'
import { INSPECTION_STATES } from '../states'

/** Hậu kiểm: one inspection of one recognised product, planned or for a reason. Days are yyyy-mm-dd at +07. */
export const PostInspection = model
  .define('PostInspection', {
    id: model.id({ prefix: 'pinsp' }).primaryKey(),
    plan_item_id: model.text().nullable(),
    /** Null for a planned one. */
    trigger: model.enum([...TRIGGERS]).nullable(),
    trigger_note: model.text().nullable(),
    recognition_id: model.text(),
    /** Null for a product or holder of an imported register that nobody sells here. */
    product_id: model.text().nullable(),
    producer_id: model.text().nullable(),
    product_name: model.text(),
    producer_name: model.text(),
    stars: model.number(),
    province_code: model.text(),
    commune_code: model.text().nullable(),
    /** yyyy-mm: the month it is due. */
    planned_for: model.text(),
    place: model.text().nullable(),
    day: model.text().nullable(),
    /** `TeamMember[]`. */
    team: model.json(),
    /** `LookNote[]`, one for each of the four looks. */
    looks: model.json(),
    /** Kinds of `MARK_VIOLATIONS`. */
    violations: model.array(),
    state: model.enum([...INSPECTION_STATES]).default('planned'),
    conclusion: model.text().nullable(),
    concluded_on: model.text().nullable(),
    concluded_by: model.text().nullable(),
    /** How it ended: why it was closed or cancelled. */
    end_note: model.text().nullable(),
    opened_by: model.text(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_post_inspection_place', on: ['province_code', 'planned_for'], where: 'deleted_at IS NULL' },
    { name: 'IDX_post_inspection_recognition', on: ['recognition_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_post_inspection_producer', on: ['producer_id'], where: 'deleted_at IS NULL' },
    {
      name: 'IDX_post_inspection_plan_item_unique',
      on: ['plan_item_id'],
      unique: true,
      where: 'plan_item_id IS NOT NULL AND deleted_at IS NULL',
    },
  ])
