import { model } from '@medusajs/framework/utils'

/** Tài khoản nhận tiền: where a producer or a centre is paid; a change makes a new row, and one row of each is current. */
export const BankAccount = model
  .define('BankAccount', {
    id: model.id({ prefix: 'bacc' }).primaryKey(),
    /** One of the two. */
    producer_id: model.text().nullable(),
    centre_id: model.text().nullable(),
    /** NAPAS BIN, 6 digits. */
    bank_bin: model.text(),
    holder: model.text(),
    /** The number under AES-256-GCM (`sealBankNumber`), base64. */
    ciphertext: model.text(),
    nonce: model.text(),
    key_id: model.text(),
    /** By which its owner knows it again. */
    last_four: model.text(),
    state: model.enum(['unverified', 'verified']).default('unverified'),
    /** Id of the operator's user. */
    verified_by: model.text().nullable(),
    verified_at: model.dateTime().nullable(),
    /** The member who gave it; null when it came with the application. */
    given_by: model.text().nullable(),
    /** Null for the current one. */
    replaced_at: model.dateTime().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_bank_account_current_unique',
      on: ['producer_id'],
      unique: true,
      where: 'replaced_at IS NULL AND deleted_at IS NULL',
    },
    {
      name: 'IDX_bank_account_centre_unique',
      on: ['centre_id'],
      unique: true,
      where: 'centre_id IS NOT NULL AND replaced_at IS NULL AND deleted_at IS NULL',
    },
    { name: 'IDX_bank_account_key_id', on: ['key_id'], where: 'deleted_at IS NULL' },
  ])
