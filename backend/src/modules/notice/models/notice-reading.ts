import { model } from '@medusajs/framework/utils'

/** One person has read one notice; a notice for many is read by each for themselves. */
export const NoticeReading = model
  .define('NoticeReading', {
    id: model.id({ prefix: 'nread' }).primaryKey(),
    notice_id: model.text(),
    /** A producer's member or an official. */
    reader_id: model.text(),
    read_at: model.dateTime(),
  })
  .indexes([
    {
      name: 'IDX_notice_reading_unique',
      on: ['reader_id', 'notice_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
