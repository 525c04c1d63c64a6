import { model } from '@medusajs/framework/utils'
import { STAY_STATES } from '../states'

/** A buyer asks a host for days; the host's offer and what became of it stand beside. Days are yyyy-mm-dd at +07. */
export const StayEnquiry = model
  .define('StayEnquiry', {
    id: model.id({ prefix: 'stay' }).primaryKey(),
    /** Of the form: the same form again is the same enquiry. */
    request_key: model.text(),
    product_id: model.text(),
    producer_id: model.text(),
    from_day: model.text(),
    /** Day of leaving; a tour of one day begins and ends on it. */
    to_day: model.text(),
    adults: model.number(),
    children: model.number().default(0),
    /** Null, like phone, email, note, words and decline_reason, once erased. */
    name: model.text().nullable(),
    phone: model.text().nullable(),
    email: model.text().nullable(),
    note: model.text().nullable(),
    /** Wording of the consent to hand the contact to this host. */
    consent_version: model.text(),
    locale: model.enum(['vi', 'en']).default('vi'),
    state: model.enum([...STAY_STATES]).default('asked'),
    asked_at: model.dateTime(),
    /** Counts the offers; a buyer accepts the one they have seen. */
    offer_no: model.number().default(0),
    /** Whole đồng, for everybody and all days; `bigint`, read with `toDong`. */
    price: model.number().nullable(),
    included: model.text().nullable(),
    words: model.text().nullable(),
    /** Last day to accept. */
    offer_until: model.text().nullable(),
    offered_at: model.dateTime().nullable(),
    decline_reason: model.text().nullable(),
    /** The member who answered last. */
    answered_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    erased_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_stay_enquiry_request_key', on: ['request_key'], unique: true },
    { name: 'IDX_stay_enquiry_producer', on: ['producer_id', 'state', 'from_day'] },
    { name: 'IDX_stay_enquiry_product', on: ['product_id', 'from_day', 'to_day'] },
    { name: 'IDX_stay_enquiry_state', on: ['state', 'asked_at'] },
  ])
