import { model } from '@medusajs/framework/utils'

/** Thuế suất khấu trừ: what the platform withholds from households, by tax and kind of sale, from a day on. */
export const WithholdingRate = model
  .define('WithholdingRate', {
    id: model.id({ prefix: 'whrt' }).primaryKey(),
    tax: model.text(),
    category: model.text(),
    basis_points: model.number(),
    from_day: model.text(),
    to_day: model.text().nullable(),
    /** The legal instrument and article it stands in. */
    source: model.text(),
    created_by: model.text(),
  })
  .indexes([
    {
      name: 'IDX_withholding_rate_unique',
      on: ['tax', 'category', 'from_day'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
