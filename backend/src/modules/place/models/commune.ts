import { model } from '@medusajs/framework/utils'

/** A xã, phường or đặc khu since 2025-07-01. */
export const Commune = model
  .define('Commune', {
    code: model.text().primaryKey(),
    name: model.text(),
    type: model.text(),
    province_code: model.text(),
    ascii: model.text(),
  })
  .indexes([{ name: 'IDX_commune_province_code', on: ['province_code'], where: 'deleted_at IS NULL' }])
