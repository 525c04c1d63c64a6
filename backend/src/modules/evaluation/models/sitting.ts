import { model } from '@medusajs/framework/utils'
import { SITTING_MODES } from '../../../evaluations/scoring'

/** Phiên họp: a council over an agenda of dossiers, on one day, around a table or in writing. */
export const Sitting = model
  .define('Sitting', {
    id: model.id({ prefix: 'sitting' }).primaryKey(),
    council_id: model.text(),
    round_id: model.text(),
    level: model.enum(['province', 'ministry']),
    province_code: model.text().nullable(),
    day: model.text(),
    place: model.text(),
    mode: model.enum([...SITTING_MODES]),
    /** Between open and closed it is `sealed` or `revealed`, which follows from the sheets (`sittingPhase`). */
    state: model.enum(['prepared', 'open', 'closed']).default('prepared'),
    version: model.number().default(1),
    called_by: model.text(),
    opened_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_sitting_council', on: ['council_id', 'day'], where: 'deleted_at IS NULL' }])
