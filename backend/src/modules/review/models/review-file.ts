import { model } from '@medusajs/framework/utils'

/** A buyer's photo of a review, in public once the review is. */
export const ReviewFile = model
  .define('ReviewFile', {
    file: model.text().primaryKey(),
    review_id: model.text(),
    sha256: model.text(),
    width: model.number(),
    height: model.number(),
  })
  .indexes([{ name: 'IDX_review_file_unique', on: ['review_id', 'sha256'], unique: true }])
