import { model } from '@medusajs/framework/utils'

/** A link to choose a new password. Only the hash of its token is kept; it works once and for a short time. */
export const PasswordReset = model
  .define('PasswordReset', {
    id: model.id({ prefix: 'pwrs' }).primaryKey(),
    customer_id: model.text(),
    /** SHA-256 of the token, hex. */
    token_hash: model.text(),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_password_reset_token_unique', on: ['token_hash'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_password_reset_customer', on: ['customer_id', 'expires_at'], where: 'deleted_at IS NULL' },
  ])
