import { model } from '@medusajs/framework/utils'
import { MEMBER_ROLES } from '../../../producers/member-verbs'

/** Thành viên: a person who signs in for a producer (actor type `producer`). */
export const ProducerMember = model
  .define('ProducerMember', {
    id: model.id({ prefix: 'pmem' }).primaryKey(),
    producer_id: model.text(),
    name: model.text(),
    /** Lower case; also the name to sign in with. */
    email: model.text(),
    phone: model.text().nullable(),
    /** What each may do is in `producers/member-verbs.ts`. */
    role: model.enum([...MEMBER_ROLES]).default('manager'),
    status: model.enum(['active', 'suspended']).default('active'),
    /** Tokens signed before this open nothing any more; null: all do. */
    sessions_from: model.dateTime().nullable(),
    /** A demo account: what it writes is flagged as illustrative. */
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_producer_member_email_unique', on: ['email'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_producer_member_producer_id', on: ['producer_id'], where: 'deleted_at IS NULL' },
  ])
