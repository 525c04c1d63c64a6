import { model } from '@medusajs/framework/utils'

/** A link by which a producer's member sets a new password, once, within an hour. Of the token the hash alone is kept. */
export const MemberPasswordReset = model
  .define('MemberPasswordReset', {
    id: model.id({ prefix: 'mrst' }).primaryKey(),
    member_id: model.text(),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
    /** Who handed the link out: a member or an operator's user; null when the member asked by e-mail. */
    issued_by: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_member_password_reset_token_unique', on: ['token_hash'], unique: true },
    { name: 'IDX_member_password_reset_member', on: ['member_id', 'expires_at'] },
  ])
