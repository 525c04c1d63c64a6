import { model } from '@medusajs/framework/utils'

/** Hội chợ: a fair or trade event that a document names. */
export const Fair = model
  .define('Fair', {
    id: model.id({ prefix: 'fair' }).primaryKey(),
    handle: model.text(),
    name: model.text(),
    kind: model.text(),
    operator_province: model.text().nullable(),
    location: model.text().nullable(),
    year: model.number().nullable(),
    status: model.text(),
    participants: model.array(),
    source: model.text(),
    note: model.text().nullable(),
  })
  .indexes([{ name: 'IDX_fair_handle_unique', on: ['handle'], unique: true, where: 'deleted_at IS NULL' }])
