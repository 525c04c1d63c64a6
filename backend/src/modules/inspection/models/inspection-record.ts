import { model } from '@medusajs/framework/utils'

/** Biên bản kiểm tra: what an inspector found, where and when. Nothing of it changes but its follow-up. */
export const InspectionRecord = model
  .define('InspectionRecord', {
    id: model.id({ prefix: 'irec' }).primaryKey(),
    inspector_id: model.text(),
    /** Made by the phone with the record: the same record sent again is the same record. */
    request_key: model.text(),
    /** SHA-256 of what was sent, hex: the same key with other content is refused. */
    content_hash: model.text(),
    province_code: model.text(),
    place: model.text(),
    /** When it was found; the phone's clock corrected by what it showed while sending. */
    found_at: model.dateTime(),
    clock_skew_ms: model.number(),
    /** What was scanned or typed; null for a finding without a label. */
    scanned: model.text().nullable(),
    product_ref: model.text().nullable(),
    product_name: model.text(),
    seller: model.text(),
    findings: model.array(),
    notes: model.text(),
    /** What the phone said, with its reasons and the age of its knowledge. */
    verdict: model.json().nullable(),
    /** yyyy-mm-dd at +07; null when nothing is to be followed up. */
    follow_up_by: model.text().nullable(),
    closed_at: model.dateTime().nullable(),
    closed_by: model.text().nullable(),
    close_note: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_inspection_record_request_unique',
      on: ['inspector_id', 'request_key'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_inspection_record_province', on: ['province_code', 'found_at'], where: 'deleted_at IS NULL' },
    {
      name: 'IDX_inspection_record_product',
      on: ['product_ref', 'found_at'],
      where: 'product_ref IS NOT NULL AND deleted_at IS NULL',
    },
  ])
