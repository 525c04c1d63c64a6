import { model } from '@medusajs/framework/utils'
import { DOSSIER_KINDS, DOSSIER_STATES } from '../states'

/** Hồ sơ: an application of a producer for the stars of one product. Days are yyyy-mm-dd at +07. */
export const Dossier = model
  .define('Dossier', {
    id: model.id({ prefix: 'doss' }).primaryKey(),
    producer_id: model.text(),
    product_id: model.text(),
    product_name: model.text(),
    kind: model.enum([...DOSSIER_KINDS]),
    rubric_version: model.text(),
    set_no: model.number(),
    /** Which of the two option lists counts, in sets that have them; null elsewhere. */
    variant: model.text().nullable(),
    state: model.enum([...DOSSIER_STATES]).default('draft'),
    province_code: model.text(),
    commune_code: model.text(),
    /** What Mẫu 01 asks for (`DossierForm`). */
    form: model.json(),
    /** `…/PĐK-(province)-(commune)-(year)`; given once, at the first submission, and kept. */
    receipt_number: model.text().nullable(),
    submitted_at: model.dateTime().nullable(),
    /** The commune's last day for it. */
    due_on: model.text().nullable(),
    passed_on_at: model.dateTime().nullable(),
    /** One more with each change: who saves on top of an older one is told. */
    version: model.number().default(1),
    /** Written by a demo account. */
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_dossier_receipt_unique', on: ['receipt_number'], unique: true, where: 'receipt_number IS NOT NULL' },
    { name: 'IDX_dossier_producer', on: ['producer_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_dossier_commune_state', on: ['commune_code', 'state'], where: 'deleted_at IS NULL' },
    {
      name: 'IDX_dossier_open_unique',
      on: ['product_id'],
      unique: true,
      where: "deleted_at IS NULL AND state NOT IN ('decided', 'withdrawn', 'refused')",
    },
  ])
