import { model } from '@medusajs/framework/utils'
import { MEMBER_ROLES } from '../../../producers/member-verbs'

/** Lời mời: lets one person become a member of a producer, once, within seven days. */
export const MemberInvitation = model
  .define('MemberInvitation', {
    id: model.id({ prefix: 'minv' }).primaryKey(),
    producer_id: model.text(),
    name: model.text(),
    role: model.enum([...MEMBER_ROLES]),
    contact_kind: model.enum(['email', 'phone']),
    /** Address or number under AES-256-GCM, base64. */
    ciphertext: model.text(),
    nonce: model.text(),
    key_id: model.text(),
    /** By which who invited knows it again. */
    masked: model.text(),
    state: model.enum(['open', 'accepted', 'withdrawn']).default('open'),
    expires_at: model.dateTime(),
    /** Id of the member or the operator's user. */
    invited_by: model.text(),
    accepted_at: model.dateTime().nullable(),
    member_id: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_member_invitation_producer', on: ['producer_id', 'state'], where: 'deleted_at IS NULL' }])
