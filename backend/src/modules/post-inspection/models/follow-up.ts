import { model } from '@medusajs/framework/utils'
import { FOLLOW_UP_STATES } from '../states'

/** What the holder must mend after a post-inspection, and by when. */
export const FollowUp = model
  .define('FollowUp', {
    id: model.id({ prefix: 'fup' }).primaryKey(),
    post_inspection_id: model.text(),
    producer_id: model.text().nullable(),
    what: model.text(),
    /** Last day, included, yyyy-mm-dd at +07. */
    due_on: model.text(),
    state: model.enum([...FOLLOW_UP_STATES]).default('open'),
    /** `MendAnswer[]`, oldest first. */
    answers: model.json(),
  })
  .indexes([
    { name: 'IDX_follow_up_inspection', on: ['post_inspection_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_follow_up_producer', on: ['producer_id', 'state'], where: 'deleted_at IS NULL' },
    { name: 'IDX_follow_up_due', on: ['due_on'], where: "state <> 'accepted' AND deleted_at IS NULL" },
  ])
