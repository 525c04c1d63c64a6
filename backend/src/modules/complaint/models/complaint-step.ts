import { model } from '@medusajs/framework/utils'
import { COMPLAINT_STATES } from '../kinds'
import { Complaint } from './complaint'

/** One thing done about a complaint; its words are for who complained. */
export const ComplaintStep = model
  .define('ComplaintStep', {
    id: model.id({ prefix: 'cstep' }).primaryKey(),
    state: model.enum([...COMPLAINT_STATES]),
    words: model.text().nullable(),
    /** The user who did it; null for the receipt itself. */
    user_id: model.text().nullable(),
    at: model.dateTime(),
    complaint: model.belongsTo(() => Complaint, { mappedBy: 'steps' }),
  })
  .indexes([{ name: 'IDX_complaint_step_complaint', on: ['complaint_id', 'at'], where: 'deleted_at IS NULL' }])
