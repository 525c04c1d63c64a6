import { model } from '@medusajs/framework/utils'

/** A customer took a copy of their data, or had it deleted. Says that it was done and how many rows, never which. */
export const DataRequest = model
  .define('DataRequest', {
    id: model.id({ prefix: 'dreq' }).primaryKey(),
    customer_id: model.text(),
    kind: model.enum(['export', 'deletion']),
    at: model.dateTime(),
    /** Rows by table. */
    rows: model.json(),
  })
  .indexes([{ name: 'IDX_data_request_customer', on: ['customer_id', 'at'], where: 'deleted_at IS NULL' }])
