import { model } from '@medusajs/framework/utils'

/** How long a delivered order waits before it is paid out and what is too little to send, from a day on. */
export const PayoutSetting = model
  .define('PayoutSetting', {
    id: model.id({ prefix: 'pset' }).primaryKey(),
    from_day: model.text(),
    hold_days: model.number(),
    min_amount: model.number(),
    note: model.text().nullable(),
    created_by: model.text(),
  })
  .indexes([{ name: 'IDX_payout_setting_unique', on: ['from_day'], unique: true, where: 'deleted_at IS NULL' }])
