import { model } from '@medusajs/framework/utils'
import { CONSENT_PURPOSES, CONSENT_SUBJECTS } from '../purposes'

/** Somebody agreed to a purpose, or took it back. Rows are only added: the newest of a purpose counts. */
export const CustomerConsent = model
  .define('CustomerConsent', {
    /** Made in the order of time. */
    id: model.id({ prefix: 'cons' }).primaryKey(),
    subject_type: model.enum([...CONSENT_SUBJECTS]),
    subject_id: model.text(),
    purpose: model.enum([...CONSENT_PURPOSES]),
    given: model.boolean(),
    /** Which wording was read, as `consent-texts.ts` names it. */
    text_version: model.text(),
    /** On which page. */
    source: model.enum(['register', 'checkout', 'account']),
    at: model.dateTime(),
  })
  .indexes([
    {
      name: 'IDX_customer_consent_subject',
      on: ['subject_type', 'subject_id', 'purpose', 'id'],
      where: 'deleted_at IS NULL',
    },
  ])
