import { model } from '@medusajs/framework/utils'

/** Days are 1 (Monday) to 7, times HH:MM at +07. */
export interface OpeningHours extends Record<string, unknown> {
  days: number[]
  from: string
  to: string
}

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
    /** The promotion centre that runs it; null for a place that a document merely names. */
    centre_id: model.text().nullable(),
    /** Medusa stock location of a shop that keeps goods of its own; unique. */
    stock_location_id: model.text().nullable(),
    /** Two digits, and five; where it stands today. */
    province_code: model.text().nullable(),
    commune_code: model.text().nullable(),
    /** House number and street. */
    address: model.text().nullable(),
    phone: model.text().nullable(),
    /** `{ days: 1..7 from Monday, from: 'HH:MM', to: 'HH:MM' }[]`; null where nothing is known. */
    opening_hours: model.json<OpeningHours[]>().nullable(),
    latitude: model.float().nullable(),
    longitude: model.float().nullable(),
    /** Where buyers may fetch what they ordered. */
    pick_up: model.boolean().default(false),
    /** Whether the sign outside follows QĐ 950/QĐ-BCT, and what is to be mended. */
    sign_note: model.text().nullable(),
    /** Names of the parts that no document gives. */
    sample: model.array().default([]),
    source: model.text(),
    note: model.text().nullable(),
  })
  .indexes([{ name: 'IDX_shop_handle_unique', on: ['handle'], unique: true, where: 'deleted_at IS NULL' }])
