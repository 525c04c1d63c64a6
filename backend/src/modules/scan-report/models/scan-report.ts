import { model } from '@medusajs/framework/utils'
import { REPORT_KINDS } from '../kinds'

/** Phản ánh: what somebody told us about a package or its scan page. Personal data goes after twelve months. */
export const ScanReport = model
  .define('ScanReport', {
    id: model.id({ prefix: 'srep' }).primaryKey(),
    /** Number that the reporter is given to ask by. */
    receipt: model.text(),
    /** Made with the form: the same form sent twice is one report. */
    request_key: model.text(),
    /** Unit code on the label, canonical; null for a report about no code in particular. */
    code: model.text().nullable(),
    kind: model.enum([...REPORT_KINDS]),
    /** As typed; null once erased. */
    message: model.text().nullable(),
    /** Phone or e-mail, when the reporter wants an answer; null once erased. */
    contact: model.text().nullable(),
    /** Name in the file store, private; null without one and once erased. */
    photo: model.text().nullable(),
    handled_at: model.dateTime().nullable(),
    /** The user who handled it. */
    handled_by: model.text().nullable(),
    /** What was done, for colleagues. */
    handled_note: model.text().nullable(),
    erased_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_scan_report_receipt_unique', on: ['receipt'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_scan_report_request_key_unique', on: ['request_key'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_scan_report_open', on: ['created_at'], where: 'handled_at IS NULL AND deleted_at IS NULL' },
    { name: 'IDX_scan_report_kept', on: ['created_at'], where: 'erased_at IS NULL' },
  ])
