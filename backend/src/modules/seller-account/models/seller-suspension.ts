import { model } from '@medusajs/framework/utils'

/** Tạm ngừng bán: a time in which a producer may not sell; orders under way finish, payouts wait. */
export const SellerSuspension = model
  .define('SellerSuspension', {
    id: model.id({ prefix: 'ssus' }).primaryKey(),
    producer_id: model.text(),
    reason: model.text(),
    /** Moment it began; UTC. */
    since: model.dateTime(),
    /** Last day at +07, yyyy-mm-dd; null until it is lifted. */
    until_day: model.text().nullable(),
    suspended_by: model.text(),
    lifted_at: model.dateTime().nullable(),
    /** A user's id, or `system` when its last day was over. */
    lifted_by: model.text().nullable(),
    lift_note: model.text().nullable(),
  })
  .indexes([
    {
      name: 'IDX_seller_suspension_open_unique',
      on: ['producer_id'],
      unique: true,
      where: 'lifted_at IS NULL AND deleted_at IS NULL',
    },
  ])
