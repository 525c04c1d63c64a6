import { model } from '@medusajs/framework/utils'

/** Tin: something a producer or officials are told. Its words are made where it is read, from kind and params. */
export const Notice = model
  .define('Notice', {
    /** Made in the order of time: pages go by it. */
    id: model.id({ prefix: 'notc' }).primaryKey(),
    /** For whom, as `audienceKey` writes it: a producer, an official, or whoever may do something at a place. */
    audience: model.text(),
    kind: model.text(),
    subject_type: model.text(),
    subject_id: model.text(),
    params: model.json(),
    /** The same news told the same audience again is the same notice. */
    dedupe_key: model.text(),
    at: model.dateTime(),
  })
  .indexes([
    { name: 'IDX_notice_dedupe_unique', on: ['audience', 'dedupe_key'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_notice_audience', on: ['audience', 'id'], where: 'deleted_at IS NULL' },
  ])
