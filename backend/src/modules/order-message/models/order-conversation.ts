import { model } from '@medusajs/framework/utils'

/**
 * What buyer and seller of one order say to each other. `…_last_no`: number of the last message a side wrote; `…_read_no`: up to which
 * number it has seen the page. So the seller has something unread exactly while `buyer_last_no > seller_read_no`.
 */
export const OrderConversation = model
  .define('OrderConversation', {
    order_id: model.text().primaryKey(),
    group_id: model.text(),
    producer_id: model.text(),
    last_no: model.number().default(0),
    buyer_last_no: model.number().default(0),
    seller_last_no: model.number().default(0),
    buyer_read_no: model.number().default(0),
    seller_read_no: model.number().default(0),
    buyer_read_at: model.dateTime().nullable(),
    seller_read_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_order_conversation_group', on: ['group_id'] },
    { name: 'IDX_order_conversation_unread', on: ['producer_id'], where: 'buyer_last_no > seller_read_no' },
  ])
