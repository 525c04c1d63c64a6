import { model } from '@medusajs/framework/utils'

/** Lượt tra cứu: who asked what and when. Insert-only: the database refuses to change or delete a row. */
export const LookUp = model
  .define('LookUp', {
    id: model.id({ prefix: 'look' }).primaryKey(),
    inspector_id: model.text(),
    /** `GET /inspector/units/x`, or `offline` for a look-up made by the phone alone and told later. */
    action: model.text(),
    /** What was asked: path and query as sent, or what was scanned. */
    subject: model.text(),
    /** What the phone answered; null for questions to us, whose answers are on record. */
    outcome: model.text().nullable(),
    asked_at: model.dateTime(),
    request_id: model.text().nullable(),
    /** The phone's key of an offline look-up. */
    request_key: model.text().nullable(),
  })
  .indexes([
    {
      name: 'IDX_look_up_request_unique',
      on: ['inspector_id', 'request_key'],
      unique: true,
      where: 'request_key IS NOT NULL',
    },
    { name: 'IDX_look_up_inspector', on: ['inspector_id', 'asked_at'] },
  ])
