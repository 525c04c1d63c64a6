import { model } from '@medusajs/framework/utils'
import { LEGAL_FORMS } from '../legal-forms'

/** Chủ thể: the seller and holder of a recognition. */
export const Producer = model
  .define('Producer', {
    id: model.id({ prefix: 'producer' }).primaryKey(),
    handle: model.text(),
    name: model.text(),
    /** The name as `foldText` writes it, for search. */
    name_folded: model.text(),
    legal_form: model.enum([...LEGAL_FORMS]),
    status: model.enum(['open', 'suspended']).default('open'),
    province_code: model.text(),
    commune_code: model.text().nullable(),
    address: model.text().nullable(),
    /** Place name as papers before 2025-07-01 give it. */
    legacy_place: model.text().nullable(),
    phone: model.text().nullable(),
    /** As `readTaxCode` gives it; null where nobody has told it. */
    tax_code: model.text().nullable(),
    registration_number: model.text().nullable(),
    story_vi: model.text().nullable(),
    story_en: model.text().nullable(),
    /** Document the facts come from. */
    source: model.text().nullable(),
    /** Names of the parts that are illustrative. */
    sample: model.array(),
  })
  .indexes([
    { name: 'IDX_producer_handle_unique', on: ['handle'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_producer_province_code', on: ['province_code'], where: 'deleted_at IS NULL' },
  ])
