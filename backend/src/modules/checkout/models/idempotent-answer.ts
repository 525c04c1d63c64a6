import { model } from '@medusajs/framework/utils'

/** The answer to an `Idempotency-Key`, kept for 24 hours. */
export const IdempotentAnswer = model
  .define('IdempotentAnswer', {
    /** Cart id and key, joined by a colon: keys of different carts never meet. */
    key: model.text().primaryKey(),
    /** SHA-256 of the request body: the same key with another body is a mistake of the caller. */
    body_hash: model.text(),
    answer: model.json(),
    expires_at: model.dateTime(),
  })
  .indexes([{ name: 'IDX_idempotent_answer_expires_at', on: ['expires_at'], where: 'deleted_at IS NULL' }])
