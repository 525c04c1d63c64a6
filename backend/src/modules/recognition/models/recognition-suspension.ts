import { model } from '@medusajs/framework/utils'
import { Recognition } from './recognition'

/** Days on which a recognition shows no star although it is in force: tạm đình chỉ. Days are yyyy-mm-dd at +07. */
export const RecognitionSuspension = model
  .define('RecognitionSuspension', {
    id: model.id({ prefix: 'recsus' }).primaryKey(),
    from: model.text(),
    /** Last day, included; null while it lasts until further notice. */
    to: model.text().nullable(),
    reason: model.text(),
    decision_number: model.text(),
    decision_date: model.text(),
    authority: model.text(),
    /** The decision on record that suspended, when it is ours. */
    decision_id: model.text().nullable(),
    /** The decision that ended it before its time, and the last day it had until then. */
    lifted_by_decision_id: model.text().nullable(),
    planned_to: model.text().nullable(),
    recognition: model.belongsTo(() => Recognition, { mappedBy: 'suspensions' }),
  })
  .indexes([{ name: 'IDX_recognition_suspension_recognition_id', on: ['recognition_id'], where: 'deleted_at IS NULL' }])
