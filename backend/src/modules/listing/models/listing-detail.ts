import { model } from '@medusajs/framework/utils'
import { SECTORS } from '../sectors'

/** What a label and a product page say beyond Medusa's product. */
export const ListingDetail = model
  .define('ListingDetail', {
    id: model.id({ prefix: 'listing' }).primaryKey(),
    product_id: model.text(),
    sector: model.enum([...SECTORS]),
    net_content: model.text().nullable(),
    ingredients: model.text().nullable(),
    allergens: model.text().nullable(),
    storage: model.text().nullable(),
    usage: model.text().nullable(),
    warning: model.text().nullable(),
    standard: model.text().nullable(),
    /** Does not keep: it comes back only damaged, wrong or missing (decision 42). */
    perishable: model.boolean().default(false),
    /** Since when its producer has taken it off sale; null while it has not. */
    paused_at: model.dateTime().nullable(),
    story_vi: model.text().nullable(),
    story_en: model.text().nullable(),
    /** `Picture[]` of docs/contracts.md, first one on cards. */
    pictures: model.json(),
    /** Names of the parts that are illustrative. */
    sample: model.array(),
    source: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_listing_detail_product_id_unique', on: ['product_id'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_listing_detail_sector', on: ['sector'], where: 'deleted_at IS NULL' },
  ])
