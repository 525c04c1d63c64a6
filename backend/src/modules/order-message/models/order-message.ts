import { model } from '@medusajs/framework/utils'
import { MESSAGE_HIDE_REASONS, MESSAGE_SIDES } from '../sides'

/** One message about an order. Nobody changes or deletes one; it may be hidden from both sides, and its text goes when its time is over. */
export const OrderMessage = model
  .define('OrderMessage', {
    id: model.id({ prefix: 'omsg' }).primaryKey(),
    order_id: model.text(),
    /** 1, 2 … within the order. */
    no: model.number(),
    /** Made by the page: sent twice, it is one message. */
    key: model.text(),
    side: model.enum([...MESSAGE_SIDES]),
    /** Which of the producer's people wrote it; null: the buyer. */
    author_id: model.text().nullable(),
    /** Null once erased. */
    body: model.text().nullable(),
    written_at: model.dateTime(),
    erased_at: model.dateTime().nullable(),
    hide_reason: model.enum([...MESSAGE_HIDE_REASONS]).nullable(),
    hidden_at: model.dateTime().nullable(),
    hidden_by: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_order_message_no_unique', on: ['order_id', 'no'], unique: true },
    { name: 'IDX_order_message_key_unique', on: ['order_id', 'key'], unique: true },
    { name: 'IDX_order_message_written', on: ['written_at'], where: 'body IS NOT NULL' },
  ])
