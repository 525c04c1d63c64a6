import { model } from '@medusajs/framework/utils'

/** Kiểm tra viên: an officer who checks on the spot (actor type `inspector`). */
export const Inspector = model
  .define('Inspector', {
    id: model.id({ prefix: 'insp' }).primaryKey(),
    name: model.text(),
    /** Lower case; also the name to sign in with. */
    email: model.text(),
    /** The office that sent them, e.g. a market surveillance team. */
    agency: model.text(),
    /** Two digits each: what they may see and write about. */
    province_codes: model.array(),
    status: model.enum(['active', 'suspended']).default('active'),
    /** A demo account: what it writes is flagged as illustrative. */
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_inspector_email_unique', on: ['email'], unique: true, where: 'deleted_at IS NULL' }])
