import { model } from '@medusajs/framework/utils'
import { COMPLAINT_KINDS, COMPLAINT_STATES } from '../kinds'
import { ComplaintStep } from './complaint-step'

/** Khiếu nại: what somebody asks the platform to settle, and until when it is answered. */
export const Complaint = model
  .define('Complaint', {
    id: model.id({ prefix: 'cmpl' }).primaryKey(),
    /** Number people quote, e.g. `KN-K7QM-2X9R`. */
    number: model.text(),
    /** Made with the form: the same form sent twice is one complaint. */
    request_key: model.text(),
    kind: model.enum([...COMPLAINT_KINDS]),
    /** Order number, product or seller, as typed. */
    about: model.text().nullable(),
    /** Null once erased, as `contact` and `message`. */
    name: model.text().nullable(),
    /** Phone or e-mail for the answer. */
    contact: model.text().nullable(),
    message: model.text().nullable(),
    /** The signed-in customer, when there was one. */
    customer_id: model.text().nullable(),
    state: model.enum([...COMPLAINT_STATES]).default('received'),
    /** Last day (+07) to answer, yyyy-mm-dd. */
    due_on: model.text(),
    answered_at: model.dateTime().nullable(),
    erased_at: model.dateTime().nullable(),
    steps: model.hasMany(() => ComplaintStep, { mappedBy: 'complaint' }),
  })
  .indexes([
    { name: 'IDX_complaint_number_unique', on: ['number'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_complaint_request_key_unique', on: ['request_key'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_complaint_open', on: ['due_on'], where: "state <> 'answered' AND deleted_at IS NULL" },
    { name: 'IDX_complaint_customer', on: ['customer_id'], where: 'customer_id IS NOT NULL AND deleted_at IS NULL' },
  ])
