import { model } from '@medusajs/framework/utils'
import { CouncilDecision } from './council-decision'

/** One product's result in a decision. The only place a star comes from. Days are yyyy-mm-dd at +07. */
export const Recognition = model
  .define('Recognition', {
    id: model.id({ prefix: 'recog' }).primaryKey(),
    product_id: model.text(),
    /** Name as the decision prints it. */
    product_name: model.text(),
    stars: model.number(),
    points: model.float().nullable(),
    rubric_version: model.text(),
    valid_from: model.text(),
    /** Last day, included. */
    valid_to: model.text(),
    /** First day without the star when the decision was taken back. */
    revoked_on: model.text().nullable(),
    sample: model.boolean().default(false),
    decision: model.belongsTo(() => CouncilDecision, { mappedBy: 'recognitions' }),
  })
  .indexes([
    { name: 'IDX_recognition_product_id', on: ['product_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_recognition_decision_id', on: ['decision_id'], where: 'deleted_at IS NULL' },
  ])
  .checks([
    { name: 'CHK_recognition_stars', expression: (c) => `${c.stars} IN (3, 4, 5)` },
    { name: 'CHK_recognition_validity', expression: (c) => `${c.valid_from} <= ${c.valid_to}` },
  ])
