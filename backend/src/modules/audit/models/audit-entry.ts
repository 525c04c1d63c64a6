import { model } from '@medusajs/framework/utils'

/** Nhật ký: who did what to what, under which post. Insert-only: the database refuses to change or delete a row. */
export const AuditEntry = model
  .define('AuditEntry', {
    /** Made in the order of time: pages of the journal go by it. */
    id: model.id({ prefix: 'audit' }).primaryKey(),
    at: model.dateTime(),
    /** `official`, `user` (the operator's staff), `producer` or `system`. */
    actor_type: model.text(),
    actor_id: model.text(),
    actor_name: model.text(),
    /** The post it was done under; null for who holds none. */
    post_id: model.text().nullable(),
    post_role: model.text().nullable(),
    post_unit: model.text().nullable(),
    verb: model.text(),
    subject_type: model.text(),
    subject_id: model.text(),
    province_code: model.text().nullable(),
    commune_code: model.text().nullable(),
    /** What else is needed to understand it; never personal data. */
    details: model.json(),
    /** The entry whose deed was taken back, when the workflow failed after writing it. */
    undoes: model.text().nullable(),
    request_id: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_audit_entry_place', on: ['province_code', 'commune_code', 'id'] },
    { name: 'IDX_audit_entry_subject', on: ['subject_type', 'subject_id', 'id'] },
    { name: 'IDX_audit_entry_at', on: ['at'] },
  ])
