import { model } from '@medusajs/framework/utils'
import { MESSAGE_SIDES } from '../states'

/** One message between the buyer and the producer of a seller order. */
export const OrderMessage = model
  .define('OrderMessage', {
    id: model.id({ prefix: 'omsg' }).primaryKey(),
    key: model.text(),
    order_id: model.text(),
    group_id: model.text(),
    producer_id: model.text(),
    side: model.enum([...MESSAGE_SIDES]),
    author_id: model.text().nullable(),
    text: model.text(),
    at: model.dateTime(),
    /** When the other side opened the thread after it. */
    read_at: model.dateTime().nullable(),
    reported_at: model.dateTime().nullable(),
    reported_by: model.enum([...MESSAGE_SIDES]).nullable(),
    report_reason: model.text().nullable(),
    hidden_at: model.dateTime().nullable(),
    settled_at: model.dateTime().nullable(),
    settled_by: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_order_message_key_unique', on: ['order_id', 'key'], unique: true },
    { name: 'IDX_order_message_order', on: ['order_id', 'at'] },
    {
      name: 'IDX_order_message_reported',
      on: ['reported_at'],
      where: 'reported_at IS NOT NULL AND settled_at IS NULL',
    },
  ])
