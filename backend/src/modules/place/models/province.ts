import { model } from '@medusajs/framework/utils'

/** One of the 34 provinces and cities since 2025-07-01. */
export const Province = model
  .define('Province', {
    code: model.text().primaryKey(),
    slug: model.text(),
    name: model.text(),
    full_name: model.text(),
    name_en: model.text(),
    type: model.text(),
    ascii: model.text(),
  })
  .indexes([{ name: 'IDX_province_slug_unique', on: ['slug'], unique: true, where: 'deleted_at IS NULL' }])
