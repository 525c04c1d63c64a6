import { model } from '@medusajs/framework/utils'
import { PERSONAL_FIELDS } from '../personal-fields'

/** Dữ liệu cá nhân: one fact about a person of a producer, enciphered; erased for good when it is erased. */
export const PersonalField = model
  .define('PersonalField', {
    id: model.id({ prefix: 'pfld' }).primaryKey(),
    producer_id: model.text(),
    /** Whom it is about: `representative`. */
    subject: model.text(),
    field: model.enum([...PERSONAL_FIELDS]),
    /** AES-256-GCM with its tag at the end; both base64. */
    ciphertext: model.text(),
    nonce: model.text(),
    /** Which key it was enciphered with. */
    key_id: model.text(),
    /** The member who wrote it. */
    member_id: model.text(),
  })
  .indexes([
    {
      name: 'IDX_personal_field_subject_unique',
      on: ['producer_id', 'subject', 'field'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_personal_field_key_id', on: ['key_id'], where: 'deleted_at IS NULL' },
  ])
