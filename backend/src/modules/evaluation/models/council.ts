import { model } from '@medusajs/framework/utils'
import { CouncilMember } from './council-member'

/** Hội đồng: founded by a decision of the chair of the People's Committee or the minister. */
export const Council = model
  .define('Council', {
    id: model.id({ prefix: 'council' }).primaryKey(),
    level: model.enum(['province', 'ministry']),
    province_code: model.text().nullable(),
    /** Of the decision that founded it. */
    number: model.text(),
    date: model.text(),
    founded_by: model.text(),
    created_by: model.text(),
    sample: model.boolean().default(false),
    members: model.hasMany(() => CouncilMember, { mappedBy: 'council' }),
  })
  .indexes([
    {
      name: 'IDX_council_number_unique',
      on: ['number', 'founded_by'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
