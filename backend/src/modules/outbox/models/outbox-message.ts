import { model } from '@medusajs/framework/utils'

/** A promise to tell somebody about a change, written in the transaction of that change. */
export const OutboxMessage = model
  .define('OutboxMessage', {
    /** UUIDv7 made by the application. */
    id: model.text().primaryKey(),
    topic: model.text(),
    /** What the message is about, e.g. a product id. The content is read again at delivery. */
    key: model.text(),
    payload: model.json(),
    request_id: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    delivered_at: model.dateTime().nullable(),
    /** Set when the message is given up; a person must look at it. */
    dead_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([
    {
      name: 'IDX_outbox_message_due',
      on: ['next_attempt_at'],
      where: 'delivered_at IS NULL AND dead_at IS NULL',
    },
    { name: 'IDX_outbox_message_delivered_at', on: ['delivered_at'], where: 'delivered_at IS NOT NULL' },
  ])
