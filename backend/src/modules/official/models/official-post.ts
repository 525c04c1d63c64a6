import { model } from '@medusajs/framework/utils'
import { OFFICIAL_ROLES, POST_LEVELS } from '../roles'

/**
 * Chức vụ: what an official may do, where, and on which days. Nothing of it changes but its last day, so that what was done under it
 * can be understood later.
 */
export const OfficialPost = model
  .define('OfficialPost', {
    id: model.id({ prefix: 'opost' }).primaryKey(),
    official_id: model.text(),
    role: model.enum([...OFFICIAL_ROLES]),
    level: model.enum([...POST_LEVELS]),
    /** Two digits; null for the ministry, whose posts count everywhere. */
    province_code: model.text().nullable(),
    /** Five digits; given at the level of the commune only. */
    commune_code: model.text().nullable(),
    /** The promotion centre; given for its sellers and managers only. */
    centre_id: model.text().nullable(),
    /** The office, as it signs its letters. */
    unit_name: model.text(),
    /** First day, yyyy-mm-dd at +07. */
    first_day: model.text(),
    /** Last day, included; null while it is open. */
    last_day: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_official_post_official', on: ['official_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_official_post_place', on: ['province_code', 'commune_code'], where: 'deleted_at IS NULL' },
  ])
