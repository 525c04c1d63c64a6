import { model } from '@medusajs/framework/utils'

/** Cán bộ: a person of a commune, a council, a province or the ministry (actor type `official`). */
export const Official = model
  .define('Official', {
    id: model.id({ prefix: 'offl' }).primaryKey(),
    name: model.text(),
    /** Lower case; also the name to sign in with. */
    email: model.text(),
    phone: model.text().nullable(),
    status: model.enum(['active', 'suspended']).default('active'),
    /** A demo account: what it writes is flagged as illustrative. */
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_official_email_unique', on: ['email'], unique: true, where: 'deleted_at IS NULL' }])
