import { model } from '@medusajs/framework/utils'

/** A customer wants to know when the star of a product changes, or of any product of a producer. */
export const CustomerFollow = model
  .define('CustomerFollow', {
    id: model.id({ prefix: 'cfol' }).primaryKey(),
    customer_id: model.text(),
    subject_type: model.enum(['product', 'producer']),
    subject_id: model.text(),
  })
  .indexes([
    {
      name: 'IDX_customer_follow_unique',
      on: ['customer_id', 'subject_type', 'subject_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_customer_follow_subject', on: ['subject_type', 'subject_id'], where: 'deleted_at IS NULL' },
  ])
