import { model } from '@medusajs/framework/utils'

/** A file of listings that was checked: what it would do, and whether that was done. */
export const ListingImport = model
  .define('ListingImport', {
    id: model.id({ prefix: 'limp' }).primaryKey(),
    producer_id: model.text(),
    file_name: model.text(),
    state: model.enum(['checked', 'applied']).default('checked'),
    /** `FilePlan`. */
    plan: model.json(),
    made_by: model.text(),
    applied_at: model.dateTime().nullable(),
  })
  .indexes([{ name: 'IDX_listing_import_producer', on: ['producer_id', 'created_at'] }])
