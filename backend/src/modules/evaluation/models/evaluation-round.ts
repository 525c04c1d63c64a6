import { model } from '@medusajs/framework/utils'

/** Đợt đánh giá: dossiers sent in until a day, and judged by another. Days are yyyy-mm-dd at +07. */
export const EvaluationRound = model
  .define('EvaluationRound', {
    id: model.id({ prefix: 'eround' }).primaryKey(),
    level: model.enum(['province', 'ministry']),
    /** Two digits; null for the ministry, whose rounds are for all. */
    province_code: model.text().nullable(),
    year: model.number(),
    /** 1, 2, … in its year. */
    no: model.number(),
    /** Last day on which the level below sends in. */
    sends_until: model.text(),
    /** Last day for the council to meet. */
    meets_by: model.text(),
    created_by: model.text(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_evaluation_round_place_unique',
      on: ['level', 'province_code', 'year', 'no'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
