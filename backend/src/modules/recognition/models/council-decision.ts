import { model } from '@medusajs/framework/utils'
import { Recognition } from './recognition'

/** Quyết định công nhận: one signed decision. */
export const CouncilDecision = model
  .define('CouncilDecision', {
    id: model.id({ prefix: 'decision' }).primaryKey(),
    number: model.text(),
    /** Calendar day at +07, yyyy-mm-dd. */
    date: model.text(),
    authority: model.text(),
    level: model.enum(['district', 'province', 'central']),
    legal_basis: model.text().nullable(),
    source: model.text().nullable(),
    /** True when the decision is illustrative. */
    sample: model.boolean().default(false),
    recognitions: model.hasMany(() => Recognition, { mappedBy: 'decision' }),
  })
  .indexes([
    {
      name: 'IDX_council_decision_number_authority_unique',
      on: ['number', 'authority'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
