import { model } from '@medusajs/framework/utils'
import { CouncilDecision } from './council-decision'
import { RecognitionSuspension } from './recognition-suspension'

/** One product's result in a decision. The only place a star comes from. Days are yyyy-mm-dd at +07. */
export const Recognition = model
  .define('Recognition', {
    id: model.id({ prefix: 'recog' }).primaryKey(),
    /** The product of ours it is about; null for one of an imported register that nobody sells here. */
    product_id: model.text().nullable(),
    /** Name as the decision prints it. */
    product_name: model.text(),
    /** Product code of the programme, in the format of its time. */
    product_code: model.text().nullable(),
    producer_id: model.text().nullable(),
    /** Holder as the decision prints it. */
    producer_name: model.text().nullable(),
    province_code: model.text().nullable(),
    sector: model.text().nullable(),
    /** Criteria set of the rubric version. */
    set_no: model.number().nullable(),
    stars: model.number(),
    points: model.float().nullable(),
    rubric_version: model.text(),
    valid_from: model.text(),
    /** Last day, included. */
    valid_to: model.text(),
    /** First day without the star when the decision was taken back. */
    revoked_on: model.text().nullable(),
    /** Key of the ground in the rule record `revocation-grounds`. */
    revocation_ground: model.text().nullable(),
    revoked_by_decision_id: model.text().nullable(),
    /** Last day of a transitional extension, included. */
    extended_to: model.text().nullable(),
    extended_by_decision_id: model.text().nullable(),
    /** The next recognition of the same product, by the dates of their decisions. */
    replaced_by: model.text().nullable(),
    /** Plain words of all that the register is searched by. */
    search_text: model.text().default(''),
    sample: model.boolean().default(false),
    decision: model.belongsTo(() => CouncilDecision, { mappedBy: 'recognitions' }),
    suspensions: model.hasMany(() => RecognitionSuspension, { mappedBy: 'recognition' }),
  })
  .indexes([
    { name: 'IDX_recognition_product_id', on: ['product_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_recognition_decision_id', on: ['decision_id'], where: 'deleted_at IS NULL' },
  ])
  .checks([
    { name: 'CHK_recognition_stars', expression: (c) => `${c.stars} IN (3, 4, 5)` },
    { name: 'CHK_recognition_validity', expression: (c) => `${c.valid_from} <= ${c.valid_to}` },
  ])
