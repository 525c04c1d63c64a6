import { model } from '@medusajs/framework/utils'

/** Điểm bán of a promotion centre, or a chain or portal that sells OCOP products, as a document names it. */
export const Shop = model
  .define('Shop', {
    id: model.id({ prefix: 'shop' }).primaryKey(),
    handle: model.text(),
    name: model.text(),
    kind: model.text(),
    operator_province: model.text().nullable(),
    location: model.text().nullable(),
    product_count: model.number().nullable(),
    producer_count: model.number().nullable(),
    year: model.number().nullable(),
    status: model.text(),
    /** Medusa sales channel of a shop that sells through this site. */
    sales_channel_id: model.text().nullable(),
    source: model.text(),
    note: model.text().nullable(),
  })
  .indexes([{ name: 'IDX_shop_handle_unique', on: ['handle'], unique: true, where: 'deleted_at IS NULL' }])
